using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Voltloop.Core.Quantities;

/// <summary>The units of <c>units.csv</c>, read once. A new unit or spelling is a new entry there.</summary>
internal static class UnitTable
{
    private const string Resource = "units.csv";

    private static readonly IReadOnlyList<(Unit Unit, string[] Names, string[] Asked)> Rows = Load();

    private static readonly FrozenDictionary<string, Unit> ByName = Rows
        .SelectMany(row => row.Names.Select(name => (name, row.Unit)))
        .ToDictionary(pair => pair.name, pair => pair.Unit, StringComparer.Ordinal) // refuses a spelling given twice
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string Name, Dimension Dimension), Unit> WhenAsked = Rows
        .SelectMany(row => row.Asked.Select(name => (name, row.Unit)))
        .ToDictionary(pair => (pair.name, pair.Unit.Dimension), pair => pair.Unit)
        .ToFrozenDictionary();

    /// <summary>All units.</summary>
    public static IReadOnlyCollection<Unit> All { get; } = [.. Rows.Select(row => row.Unit)];

    /// <summary>The unit with a spelling, or null.</summary>
    public static Unit? Find(string text) => ByName.GetValueOrDefault(text.Trim());

    /// <summary>The unit with a spelling, where the dimension decides between two meanings; or null.</summary>
    public static Unit? Find(string text, Dimension dimension) =>
        WhenAsked.GetValueOrDefault((text.Trim(), dimension)) ?? Find(text);

    /// <summary>Two units that shall convert into each other: each may make clear what the other means.</summary>
    public static (Unit? From, Unit? To) FindPair(string from, string to)
    {
        var (source, target) = (Find(from), Find(to));
        if (source is not null && target is not null && source.Dimension == target.Dimension) return (source, target);
        if (target is not null && Find(from, target.Dimension) is { } clearer && clearer.Dimension == target.Dimension) return (clearer, target);
        return (source, source is null ? target : Find(to, source.Dimension));
    }

    private static List<(Unit Unit, string[] Names, string[] Asked)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(ReadLine)];
    }

    private static (Unit Unit, string[] Names, string[] Asked) ReadLine(string line)
    {
        var cells = line.TrimEnd('\r').Split(';');
        var factor = (long.Parse(cells[2], CultureInfo.InvariantCulture), long.Parse(cells[3], CultureInfo.InvariantCulture));
        var unit = new Unit(cells[0], Enum.Parse<Dimension>(cells[1]), factor, double.Parse(cells[4], CultureInfo.InvariantCulture));
        return (unit, [cells[0], .. Words(cells[5])], Words(cells[6]));
    }

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
