import type { ProviderKind } from "./connect-api.js";

/** One provider as a row: id, name, place, hue, segments parted by spaces, aliases. */
export type ProviderRow = readonly [
  id: string,
  name: string,
  place: string,
  hue: number,
  segments: string,
  ...aliases: string[],
];

/**
 * The sandbox's providers by kind, most popular first. All are made up: any likeness to a real company is chance.
 *
 * Ids never change once given, because tests and state files name them.
 */
export const providerRows: Record<ProviderKind, readonly ProviderRow[]> = {
  clinic: [
    ["52d885afee5ae48ccda47423", "Alderwick Family Clinic", "Alderwick, Oregon", 172, "nationwide pediatrics", "Alderwick Family Medicine"],
    ["5438fdbfd814295b50ba0e95", "Thornmere Heart Associates", "Thornmere, Vermont", 8, "cardiology", "Thornmere Cardiology"],
    ["5538eede935d517546c34db6", "Brambleford Pediatrics", "Brambleford, Ohio", 44, "pediatrics", "Brambleford Children's Doctors"],
    ["5d5d249b5016cef0dafa2a3b", "Quillhaven Primary Care", "Quillhaven, Maine", 210, "nationwide", "QPC"],
    ["5f510c876317332921d01c5b", "Clínica Peñaverde", "Peñaverde, New Mexico", 132, "pediatrics", "Green Rock Clinic"],
    ["58541a364ac3e7d039ff664f", "Oakumber Women's Health", "Oakumber, Georgia", 326, "", "Oakumber OB-GYN"],
    ["5c7606aaa7a6f6846fc985e3", "Silverfen Cardiology Partners", "Silverfen, Minnesota", 350, "cardiology", "Silverfen Heart Clinic"],
    ["508040404c4ddf444ce99c65", "あおみね野クリニック", "Aomineno, Hawaii", 188, "pediatrics", "Aomineno Clinic"],
    ["55fe8bb8527eed6075019e79", "Larkhollow Walk-In", "Larkhollow, Kansas", 26, "", "Larkhollow Urgent Care"],
    ["565b5dcfb6d6021ae9c1fb66", "عيادة وادي الصنوبر", "Pinewadi, Michigan", 96, "nationwide", "Wadi Sanawbar Clinic"],
    ["51cc50e32a71398a1266d398", "Wintergate Spine and Sport", "Wintergate, Utah", 258, "fitness", "Wintergate Orthopedics"],
    ["509f3943f271ca95b0cebfe4", "Pim & Sorrel Dermatology", "Sorrelton, Iowa", 290, "", "Sorrel Skin"],
  ],
  hospital: [
    ["573b8475ddedf9fe3030e4b8", "Marlowe Bay Medical Center", "Marlowe Bay, Washington", 202, "cardiology nationwide", "MBMC"],
    ["517b5018034a1853561c39d1", "Saint Aldra General Hospital", "Aldra Falls, Montana", 340, "cardiology", "St. Aldra", "Aldra General"],
    ["53de2cfae3544de15206878e", "Fernhollow Children's Hospital", "Fernhollow, Texas", 62, "pediatrics", "Fernhollow Kids"],
    ["596a90ae06e7ac021b291cc8", "Hôpital Sainte-Orsanne", "Orsanne, Louisiana", 226, "", "Saint Orsanne Hospital"],
    ["5151b809cf91c5268a7e9319", "Copperpine Regional", "Copperpine, Colorado", 20, "nationwide", "Copperpine Memorial"],
    ["5a6f6ad39065df8be23ee593", "Ravensmoor University Hospital", "Ravensmoor, New York", 276, "cardiology pediatrics", "RUH", "Ravensmoor Teaching Hospital"],
    ["56c3c23646691dfca0f9c01a", "The Greater Wrenfield and Marsh Counties Regional Medical Center for Women, Children and Families at Saint Corrow’s Landing", "Wrenfield, Mississippi", 158, "pediatrics nationwide", "Wrenfield Medical"],
    ["5e8adb55ad2087da0329258a", "Elkspire Heart Institute", "Elkspire, Wyoming", 2, "cardiology", "Elkspire Cardiac"],
    ["55b75348a38137544824c59b", "Больница «Белоречье»", "Belorechye, Alaska", 216, "", "Belorechye Hospital"],
    ["519f5ffaf1da6466cc2c572e", "Tidewold Community Hospital", "Tidewold, Delaware", 190, "", "Tidewold Memorial"],
    ["569b1ff41323858ed822f444", "Høyvannet Sykehus", "Hoyvannet, North Dakota", 240, "", "Highwater Hospital"],
  ],
  pharmacy: [
    ["51baafbf772ba80cef4ab441", "Applefen Pharmacy", "Every state", 146, "pharmacy nationwide", "Applefen Drugs"],
    ["5d96c3a80f0d83ec07de20a3", "Corner & Comfrey", "Comfrey Corner, Illinois", 84, "pharmacy", "Comfrey Drugstore"],
    ["5c3ea639e2ffbcec86b83326", "Mortar Lane Pharmacy", "Mortar Lane, Virginia", 34, "pharmacy", "MLP"],
    ["5f484a54479f324c708f7a75", "Pillwright", "By mail, nationwide", 268, "pharmacy nationwide", "Pillwright Mail Order"],
    ["5f2b27d3a847560f00288515", "Farmacia Doña Alondra", "Alondra, Arizona", 12, "pharmacy", "Alondra Pharmacy"],
    ["509a8163117c7d4577da398e", "Bluewick Apothecary", "Bluewick, Maryland", 222, "pharmacy", "Bluewick Drug Company"],
    ["5c38b1389fc595752cbdbc45", "Sunder & Daughters Chemists", "Sunderby, Rhode Island", 310, "pharmacy", "Sunder Chemists"],
    ["5d03d39ca315849e47a8538f", "Łąkomir Apteka", "Lakomir, Wisconsin", 166, "pharmacy", "Lakomir Pharmacy"],
    ["528befc40de0c222bf764faf", "Nightjar 24-Hour Pharmacy", "Jarrow Flats, Nevada", 252, "pharmacy nationwide", "Nightjar Rx"],
    ["5e0ff0d2bdc640d8858b829c", "Willowdram", "Willowdram, Indiana", 118, "pharmacy", "Willow Dram Pharmacy"],
    ["5091142d6bd43d48b4ed0a22", "Old Harbor Dispensary", "Emberport, Connecticut", 196, "pharmacy", "Emberport Pharmacy"],
  ],
  lab: [
    ["51bb44fe30883b54768195fb", "Corviel Diagnostics", "Every state", 178, "nationwide", "Corviel Blood Tests"],
    ["58655608c3c5ea8923b528b6", "Tarnbrook Laboratories", "Tarnbrook, Pennsylvania", 50, "nationwide", "Tarnbrook Labs"],
    ["58fff4d8382428c30c01bb46", "Hexafern Genomics", "Hexafern, California", 284, "", "Hexafern DNA"],
    ["5658c2146aa0685971d88e66", "Größwalder Labor", "Grosswald, Nebraska", 104, "", "Grosswald Lab"],
    ["585e65dbd4b8b5279132a65f", "Clearvial", "Vialton, New Jersey", 206, "nationwide", "Clear Vial Testing"],
    ["5ce0cb688dac399d6bef1e51", "Pediassay", "Assay Park, Florida", 38, "pediatrics", "Children's Assay"],
    ["5e3b337d98cbb3bc5254404b", "Cardiolumen Imaging", "Lumenfield, Idaho", 356, "cardiology", "Lumen Heart Scans"],
    ["51c5c553ec088a99bb142342", "Ostrel & Finch Pathology", "Ostrel, Tennessee", 322, "", "OF Path"],
    ["5d900098f9b6a54a536c13eb", "Myrtlewave Radiology", "Myrtlewave, South Carolina", 234, "", "Myrtlewave Imaging"],
    ["51dd22d36e5b7d90fcff9310", "Saltmeadow Reference Lab", "Saltmeadow, Alabama", 150, "", "SRL"],
    ["51a43683c6ccf010164d42be", "Dropwell", "Home kits", 16, "nationwide fitness", "Dropwell At-Home Tests"],
  ],
  insurer: [
    ["589dc91bbc7b9c86c79bb85a", "Meridell Health Plan", "Every state", 214, "nationwide", "Meridell Insurance"],
    ["5323addb88add5bab1c99b95", "Harrowmont Mutual", "Harrowmont, Missouri", 264, "nationwide", "Harrowmont Health Insurance"],
    ["5fe36089e93f943f87da937a", "Plover & Lyme Benefits", "Lymeport, Massachusetts", 138, "", "P&L Benefits"],
    ["50a3abd75e2fbb51f42da1d1", "Sedgeline Medicare Advantage", "Sedgeline, Oklahoma", 182, "nationwide", "Sedgeline Senior"],
    ["5fae449f72a883fed44d9991", "Kindlewood Cooperative", "Kindlewood, New Hampshire", 30, "", "Kindlewood Co-op"],
    ["5922aeba9640c0e002924abe", "Brightfathom", "Fathom City, Arkansas", 228, "nationwide", "Bright Fathom Insurance"],
    ["5d6df961fe38fd35ed9cf5bb", "Tallowmere Employees' Fund", "Tallowmere, Kentucky", 78, "", "TEF"],
    ["5797e9ab482680e80446d5bd", "Junipera Salud", "Junipera, Puerto Rico", 124, "", "Junipera Health Plan"],
    ["5cd1063660b9b1b1aa82aa8d", "Northsparrow", "Sparrow Point, South Dakota", 298, "nationwide", "North Sparrow Health"],
    ["541dd1ba2e3d7cf4a8b5dad6", "Little Lantern Kids Cover", "Lanternby, West Virginia", 54, "pediatrics", "Little Lantern Insurance"],
    ["5acf401ef46be17a2ac26df9", "Velmark Group Health", "Velmark, North Carolina", 338, "", "VGH"],
  ],
  wearable: [
    ["5bef8183c7a1a105376a2354", "Pulsario", "Wearable", 352, "fitness cardiology nationwide", "Pulsario Band"],
    ["559b0cb9a4dcdd288e8c6737", "Stridewell", "Wearable", 92, "fitness nationwide", "Stridewell Watch"],
    ["56c4d76b315b02a626e9450f", "Nocturne Loop", "Sleep ring", 272, "fitness nationwide", "Nocturne Ring"],
    ["5faf83e7e6641d7b81120c9e", "Velofinch", "Bike computer", 24, "fitness", "Velo Finch Cycling"],
    ["505f5d418ea8c7d14036ac28", "Glucora Sense", "Glucose sensor", 176, "nationwide", "Glucora CGM"],
    ["5bfc1756dfb4d0a4dd5b4a21", "Tensa Cuff", "Blood pressure cuff", 204, "cardiology nationwide", "Tensa Blood Pressure"],
    ["508fd0f8be40bfa932a98673", "Poundsmith Scale", "Smart scale", 242, "fitness nationwide", "Poundsmith"],
    ["5bf8eb7ecfb14ca6bddef39a", "Kairiki", "Wearable", 320, "fitness", "Kairiki Watch", "カイリキ"],
    ["5cad6f6e54b633c435a0434a", "Harebell Baby Monitor", "Smart sock", 40, "pediatrics", "Harebell Sock"],
    ["54298cf646381dccf4f99f7c", "Ember & Oar", "Rowing machine", 14, "fitness", "Ember Oar Rowing"],
    ["53ccf40ed236dc252ca69337", "Auralis Breath", "Spirometer", 194, "nationwide", "Auralis Inhaler"],
  ],
};
