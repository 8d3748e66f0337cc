using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>
/// A tile of a log (c2sp.org/tlog-tiles): up to 256 consecutive hashes of one level of tiles, or as many entries.
/// </summary>
/// <param name="Level">0 to 63; <see cref="EntriesLevel"/> for a bundle of entries.</param>
/// <param name="Index">Position in the level.</param>
/// <param name="Width">Hashes or entries in it: 256, or 1 to 255 for a partial tile.</param>
public readonly record struct TileAddress(int Level, ulong Index, int Width = TileAddress.FullWidth)
{
    /// <summary>Hashes of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>Levels of the tree in one tile.</summary>
    public const int Height = 8;

    /// <summary>The level that stands for bundles of entries.</summary>
    public const int EntriesLevel = -1;

    private const int MaxLevel = 63;
    private const int Group = 1000;
    private const string Root = "tile/";
    private const string Entries = "entries";

    /// <summary>Path below the log's prefix, for example <c>tile/0/x001/x234/067.p/8</c>.</summary>
    public string Path
    {
        get
        {
            var level = Level == EntriesLevel ? Entries : Level.ToString(CultureInfo.InvariantCulture);
            var partial = Width == FullWidth ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
            return $"{Root}{level}/{Number(Index)}{partial}";
        }
    }

    /// <summary>The address of a path.</summary>
    /// <exception cref="ProblemException">The path is not in the one form of the specification.</exception>
    public static TileAddress Parse(string path)
    {
        if (TryParse(path) is { } address && string.Equals(address.Path, path, StringComparison.Ordinal))
        {
            return address;
        }

        throw Refusal.Because(CommonProblems.InvalidIdentifier, $"\"{path}\" is not the path of a tile.");
    }

    private static TileAddress? TryParse(string path)
    {
        var halves = path.Split(".p/");
        var parts = halves[0].Split('/');
        var width = FullWidth;
        return halves.Length <= 2 && parts.Length > 2 && parts[0] + "/" == Root
            && TryLevel(parts[1]) is { } level
            && TryNumber(parts[2..]) is { } index
            && (halves.Length == 1 || (int.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out width) && width is > 0 and < FullWidth))
                ? new TileAddress(level, index, width)
                : null;
    }

    private static int? TryLevel(string text) => text == Entries ? EntriesLevel
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= MaxLevel ? level
        : null;

    private static ulong? TryNumber(string[] parts) =>
        ulong.TryParse(string.Concat(parts).Replace("x", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Number(ulong index)
    {
        var path = (index % Group).ToString("d3", CultureInfo.InvariantCulture);
        for (var rest = index / Group; rest > 0; rest /= Group)
        {
            path = $"x{(rest % Group).ToString("d3", CultureInfo.InvariantCulture)}/{path}";
        }

        return path;
    }
}
