using System.Runtime.CompilerServices;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>Compares SQL texts by reference first: they are constants, and long.</summary>
internal sealed class ReferenceOrTextComparer : IEqualityComparer<string>
{
    public static readonly ReferenceOrTextComparer Instance = new();

    public bool Equals(string? x, string? y) => ReferenceEquals(x, y) || string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) => HashCode.Combine(obj.Length, obj[^1], obj[obj.Length / 2], obj[obj.Length / 3]);
}
