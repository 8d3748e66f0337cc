// Converts Labels.xlsx of the TBSI-Sunwoda data set into one capacity table per cell.
//   dotnet run eng/convert-tbsi.cs -- .../soh_tbsi_sunwoda/Labels.xlsx samples/tbsi-sunwoda
#:package ExcelDataReader@3.6.0
#:property PublishAot=false

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelDataReader;

const string Gtin = "09521234500018";
const string Host = "https://id.voltloop.example";
if (args is not [var input, var output])
{
    Console.Error.WriteLine("usage: dotnet run eng/convert-tbsi.cs -- IN.xlsx OUT-FOLDER");
    return 2;
}

Directory.CreateDirectory(output);
// ExcelDataReader asks for code page 1252 even for xlsx.
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
using var file = File.OpenRead(input);
using var book = ExcelReaderFactory.CreateOpenXmlReader(file);
var (cells, points) = (0, 0);
do
{
    var sheet = Regex.Match(book.Name, @"^B(\d+)T(\d+)$");
    if (!sheet.Success)
    {
        continue;
    }

    var text = Preamble(book.Name, sheet.Groups[1].Value, sheet.Groups[2].Value);
    points += AppendRows(text, sheet.Groups[2].Value);
    var name = $"TBSI-B{int.Parse(sheet.Groups[1].Value, CultureInfo.InvariantCulture):00}T{sheet.Groups[2].Value}.csv";
    File.WriteAllText(Path.Combine(output, name), text.ToString());
    cells++;
}
while (book.NextResult());
Console.WriteLine($"{cells} cells, {points} capacity points");
return 0;

static StringBuilder Preamble(string sheet, string number, string temperature) => new StringBuilder()
    .Append($"# thing: {Host}/01/{Gtin}/21/TBSI-{sheet}\n")
    .Append($"# model: {Host}/01/{Gtin}\n")
    .Append("# model_label: NCM811/Gr-SiOx cell 1.1 Ah\n")
    .Append($"# label: NCM811 cell {number} at {temperature} degC\n")
    .Append("# rated_capacity_ah: 1.1\n")
    .Append("# source: TBSI-Sunwoda-Battery-Dataset, Labels.xlsx, sheet ").Append(sheet).Append(", MIT licence\n")
    .Append("cycle_count,cycle_discharging_capacity_ah,ambient_temperature_celsius\n");

// The shortest text that reads back as the same double: Excel stores 1.0812 as 1.0811999999999999.
int AppendRows(StringBuilder text, string temperature)
{
    var cycle = 0;
    book.Read();
    while (book.Read() && !book.IsDBNull(0))
    {
        cycle++;
        text.Append(CultureInfo.InvariantCulture, $"{cycle},{book.GetDouble(0):R},{temperature}\n");
    }

    return cycle;
}
