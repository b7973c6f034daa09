/**
 * The names of XMP properties that give something away, by what they give away. As everybody writes their
 * prefixes, and as programs of before 2004 wrote them (`xap`). Names are looked up whole.
 * Source: XMP specification part 2; IPTC Photo Metadata Standard 2025.1; MWG 2.0; Google's GCamera, GDepth,
 * GImage, GPano and Container; C2PA and DJI as their files show.
 */

// Latitude and longitude of one place. DJI once misspelt its own name.
export const LOCATIONS = [
  ["exif:GPSLatitude", "exif:GPSLongitude"],
  ["drone-dji:GpsLatitude", "drone-dji:GpsLongitude"],
  ["drone-dji:GpsLatitude", "drone-dji:GpsLongtitude"],
  ["drone-dji:Latitude", "drone-dji:Longitude"],
  ["Iptc4xmpExt:GPSLatitude", "Iptc4xmpExt:GPSLongitude"],
  ["geo:lat", "geo:long"],
];
// Each of them hints at a place, without saying which.
export const PLACE_HINTS = [
  "exif:GPSAltitude",
  "exif:GPSImgDirection",
  "exif:GPSDestLatitude",
  "exif:GPSSpeed",
  "exif:GPSTrack",
  "exif:GPSTimeStamp",
  "drone-dji:AbsoluteAltitude",
  "drone-dji:FlightYawDegree",
];
export const PLACE_NAMES = [
  "photoshop:City",
  "photoshop:State",
  "photoshop:Country",
  "Iptc4xmpCore:Location",
  "Iptc4xmpCore:CountryCode",
  "Iptc4xmpExt:LocationName",
  "Iptc4xmpExt:Sublocation",
  "Iptc4xmpExt:City",
  "Iptc4xmpExt:ProvinceState",
  "Iptc4xmpExt:CountryName",
  "Iptc4xmpExt:CountryCode",
  "exif:GPSAreaInformation",
  "dc:coverage",
];
// Told together: all the values of one row are one finding.
/** @type {[string, string, string[]][]} */
export const JOINED = [
  [
    "person",
    "values",
    [
      "dc:creator",
      "dc:contributor",
      "dc:publisher",
      "dc:rights",
      "photoshop:Credit",
      "photoshop:Source",
      "photoshop:CaptionWriter",
      "xmpRights:Owner",
      "xapRights:Owner",
      "xmpDM:artist",
      "pdf:Author",
      "aux:OwnerName",
      "exifEX:CameraOwnerName",
      "exif:OwnerName",
      "tiff:Artist",
      "tiff:Copyright",
      "mwg-rs:Name",
      "MPReg:PersonDisplayName",
      "Iptc4xmpExt:PersonInImage",
      "Iptc4xmpExt:PersonName",
      "Iptc4xmpExt:AOCreator",
      "plus:ImageCreatorName",
      "plus:CopyrightOwnerName",
      "plus:ImageSupplierName",
      "cc:attributionName",
    ],
  ],
  [
    "serial",
    "values",
    [
      "aux:SerialNumber",
      "aux:LensSerialNumber",
      "exifEX:BodySerialNumber",
      "exifEX:LensSerialNumber",
      "exif:ImageUniqueID",
      "MicrosoftPhoto:CameraSerialNumber",
      "drone-dji:DroneSerialNumber",
      "drone-dji:CameraSerialNumber",
      "xmpMM:OriginalDocumentID",
      "xmpMM:DocumentID",
      "xmpMM:InstanceID",
      "xapMM:DocumentID",
      "xapMM:InstanceID",
      "stRef:originalDocumentID",
      "stRef:documentID",
      "stRef:instanceID",
      "stEvt:instanceID",
      "photoshop:DocumentAncestors",
      "crs:RawFileName",
      "xmpMM:PreservedFileName",
      "Iptc4xmpExt:DigImageGUID",
      "GCamera:BurstID",
      "GCreations:CameraBurstID",
    ],
  ],
  [
    "contact",
    "values",
    [
      "Iptc4xmpCore:CiEmailWork",
      "Iptc4xmpCore:CiTelWork",
      "Iptc4xmpCore:CiAdrExtadr",
      "Iptc4xmpCore:CiAdrCity",
      "Iptc4xmpCore:CiAdrPcode",
    ],
  ],
  [
    "web-link",
    "values",
    [
      "Iptc4xmpCore:CiUrlWork",
      "xmpRights:WebStatement",
      "xapRights:WebStatement",
      "cc:attributionURL",
    ],
  ],
  [
    "keywords",
    "value",
    [
      "dc:subject",
      "lr:hierarchicalSubject",
      "digiKam:TagsList",
      "MicrosoftPhoto:LastKeywordXMP",
      "Iptc4xmpExt:Event",
    ],
  ],
  [
    "software",
    "value",
    [
      "xmp:CreatorTool",
      "xap:CreatorTool",
      "tiff:Software",
      "stEvt:softwareAgent",
      "GPano:CaptureSoftware",
      "GPano:StitchingSoftware",
      "pdf:Producer",
      "Iptc4xmpExt:AISystemUsed",
    ],
  ],
  [
    "ai-prompt",
    "value",
    ["Iptc4xmpExt:AIPromptInformation"],
  ],
];
// Told each for itself, the first value of each.
export const SINGLE = [
  ["time", "exif:DateTimeOriginal"],
  ["time", "exif:DateTimeDigitized"],
  ["time", "xmp:CreateDate"],
  ["time", "xap:CreateDate"],
  ["time", "xmp:ModifyDate"],
  ["time", "xap:ModifyDate"],
  ["time", "xmp:MetadataDate"],
  ["time", "photoshop:DateCreated"],
  ["time", "tiff:DateTime"],
  ["time", "GPano:FirstPhotoDate"],
  ["time", "GPano:LastPhotoDate"],
  ["time", "drone-dji:UTCAtExposure"],
  ["time", "pdf:CreationDate"],
  ["time", "pdf:ModDate"],
  ["description", "dc:title"],
  ["description", "pdf:Title"],
  ["description", "photoshop:Headline"],
  ["description", "photoshop:Instructions"],
  ["description", "photoshop:TransmissionReference"],
  ["description", "tiff:ImageDescription"],
  ["caption", "dc:description"],
  ["comment", "exif:UserComment"],
];
// What is there, whatever it says.
export const MARKS = [
  ["depth-layer", "GDepth:"],
  ["original-picture", "GImage:Data"],
  ["thumbnail", "xmpGImg:image"],
  ["thumbnail", "xapGImg:image"],
  ["hdr-layer", "hdrgm:"],
  ["hdr-layer", "HDRGainMap:"],
  ["provenance", "dcterms:provenance"],
  ["ai-prompt", "digitalsourcetype/trainedAlgorithmicMedia"],
];
export const HISTORY = "stEvt:action";
// What the pictures behind the first one are, as Google's list of them says.
/** @type {Record<string, string>} */
export const LAYERS = {
  Depth: "depth-layer",
  Confidence: "depth-layer",
  GainMap: "hdr-layer",
  RecoveryMap: "hdr-layer",
  Original: "original-picture",
};

/** All the names above, so that they can be found in one pass. @returns {string[]} */
export function everyName() {
  const joined = JOINED.flatMap(([, , names]) => names);
  const single = SINGLE.map(([, name]) => name);
  return [HISTORY, ...LOCATIONS.flat(), ...PLACE_HINTS, ...PLACE_NAMES, ...joined, ...single];
}
