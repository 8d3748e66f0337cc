namespace Voltloop.Core.Identities;

/// <summary>One part of the value of an application identifier.</summary>
/// <param name="Type">n digits, x character set 82, y character set 39, z base64url.</param>
/// <param name="Min">Fewest characters.</param>
/// <param name="Max">Most characters.</param>
/// <param name="Optional">The value may end before this part.</param>
/// <param name="Checks">Names of checks of the content, see <see cref="AiContent"/>.</param>
internal sealed record AiComponent(char Type, int Min, int Max, bool Optional, IReadOnlyList<string> Checks)
{
    /// <summary>Reads <c>n13=check-digit</c>, <c>x1-20</c>, <c>x0-17</c> (optional) or <c>n3?</c> (optional, of one length).</summary>
    public static AiComponent Parse(string text)
    {
        var halves = text.Split('=', 2);
        var optional = halves[0].EndsWith('?');
        var lengths = halves[0][1..].TrimEnd('?').Split('-');
        var min = AiTable.Number(lengths[0]);
        var checks = halves.Length == 2 ? halves[1].Split('+') : [];
        return new AiComponent(text[0], min, AiTable.Number(lengths[^1]), optional || min == 0, checks);
    }

    /// <summary>Why the part is wrong, or null. A check is made only on content of the right length and alphabet.</summary>
    public string? Reason(ReadOnlySpan<char> part)
    {
        if (part.Length < Min) return $"it is {Min - part.Length} characters too short";
        if (Gs1Characters.FirstOutside(Type, part) is { } other) return $"'{other}' is not {Gs1Characters.NameOf(Type)}";
        if (part.IsEmpty) return null;

        foreach (var check in Checks)
        {
            if (AiContent.Reason(check, part) is { } reason) return reason;
        }

        return null;
    }
}
