// Converts capacity_per_cycle.csv (124 cells of Severson et al. 2019) into one capacity table per cell.
//   dotnet run eng/convert-severson.cs -- .../rul_severson124/capacity_per_cycle.csv samples/severson-124
#:property PublishAot=false

using System.Globalization;
using System.Text;

const string Gtin = "09521234500025";
const string Host = "https://id.voltloop.example";
if (args is not [var input, var output])
{
    Console.Error.WriteLine("usage: dotnet run eng/convert-severson.cs -- IN.csv OUT-FOLDER");
    return 2;
}

Directory.CreateDirectory(output);
var lines = File.ReadAllLines(input);
var header = lines[0].Split(',');
var cycles = header.Skip(3).Select(name => int.Parse(name["qd_c".Length..^"_ah".Length], CultureInfo.InvariantCulture)).ToArray();
var points = 0;
foreach (var row in lines.Skip(1).Select(line => line.Split(',')))
{
    var serial = $"SEV-{row[0].ToUpperInvariant()}-{int.Parse(row[1], CultureInfo.InvariantCulture):00}";
    var text = Preamble(serial, row);
    for (var i = 0; i < cycles.Length; i++)
    {
        // Digits are copied as text: nothing is rounded, glitches stay.
        text.Append(CultureInfo.InvariantCulture, $"{cycles[i]},{row[i + 3]}\n");
        points++;
    }

    File.WriteAllText(Path.Combine(output, serial + ".csv"), text.ToString());
}

Console.WriteLine($"{lines.Length - 1} cells, {points} capacity points");
return 0;

static StringBuilder Preamble(string serial, string[] row) => new StringBuilder()
    .Append($"# thing: {Host}/01/{Gtin}/21/{serial}\n")
    .Append($"# model: {Host}/01/{Gtin}\n")
    .Append("# model_label: A123 APR18650M1A LFP cell 1.1 Ah\n")
    .Append($"# label: LFP cell {row[0]} {row[1]}\n")
    .Append("# rated_capacity_ah: 1.1\n")
    .Append($"# cycle_life: {row[2]}\n")
    .Append($"# source: revisit-severson-et-al, capacity at 2.0 V, split {row[0]}, cell {row[1]}, MIT licence / CC BY 4.0\n")
    .Append("cycle_count,cycle_discharging_capacity_ah\n");
