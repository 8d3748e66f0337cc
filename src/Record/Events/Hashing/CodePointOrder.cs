namespace Voltloop.Record.Events.Hashing;

/// <summary>Order of the code points, as UTF-8 bytes sort: UTF-16 alone would put characters beyond U+FFFF too early.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var at = left.AsSpan().CommonPrefixLength(right);
        if (at == left.Length || at == right.Length) return left.Length - right.Length;
        var (a, b) = (left[at], right[at]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a - b : char.IsSurrogate(a) ? 1 : -1;
    }
}
