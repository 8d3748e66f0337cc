namespace Voltloop.Core.Identities;

/// <summary>
/// Reads a GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax 1.6). One object reads one address and keeps
/// the first reason for which it is refused.
/// </summary>
internal sealed class DigitalLinkReader(DigitalLinkOptions options)
{
    private readonly List<AiValue> _path = [];
    private readonly List<AiValue> _query = [];

    /// <summary>Why the address was refused; empty as long as it was not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The link, or null with a <see cref="Reason"/>.</summary>
    public DigitalLink? Read(string uri)
    {
        if (DigitalLinkText.Split(uri, out var reason) is not { } text)
        {
            Refuse(reason);
            return null;
        }

        var read = ReadPath(text.Segments, out var stem) && ReadQuery(text.Query);
        if (!read || (DigitalLinkRules.Reason(_path, _query, options) is { } broken && !Refuse(broken))) return null;
        return new DigitalLink(string.Join('/', [text.Origin, .. stem]), _path, _query);
    }

    /// <summary>Position of the AI of the key: pairs are counted from the end, and the last key counts.</summary>
    private int FindKey(string[] segments)
    {
        for (var at = segments.Length - 2; at >= 0; at -= 2)
        {
            if (Resolve(segments[at])?.IsKey == true) return at;
        }

        return -1;
    }

    private ApplicationIdentifier? Resolve(string segment) =>
        AiTable.Find(segment) ?? (options.PermitConvenienceAlphas ? AiTable.FindAlpha(segment) : null);

    private bool ReadPath(string[] segments, out string[] stem)
    {
        var key = FindKey(segments);
        stem = segments[..Math.Max(key, 0)];
        if (key < 0) return Refuse("its path does not end with a GS1 key and its qualifiers");

        for (var at = key; at < segments.Length; at += 2)
        {
            var ai = Resolve(segments[at]);
            if (ai is null) return Refuse($"\"{segments[at]}\" is not a GS1 application identifier");
            if (!Add(_path, ai.Ai, segments[at + 1], plusIsSpace: false)) return false;
        }

        return true;
    }

    /// <summary>Names that are not numeric belong to the web site (GS1 Digital Link 4.11) and are passed over.</summary>
    private bool ReadQuery(string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = pair.Split('=', 2);
            if (halves.Length < 2 || halves[0].Length == 0 || !Gs1Characters.AreDigits(halves[0])) continue;
            if (AiTable.Find(halves[0]) is null && !(options.PermitUnknownAis && AiTable.CouldBe(halves[0])))
                return Refuse($"{halves[0]} is not a GS1 application identifier");
            if (!Add(_query, halves[0], halves[1], plusIsSpace: true)) return false;
        }

        return true;
    }

    private bool Add(List<AiValue> to, string ai, string encoded, bool plusIsSpace)
    {
        if (!PercentCode.TryDecode(encoded, plusIsSpace, out var value, out var reason)) return Refuse($"AI {ai}: {reason}");
        var isShortGtin = options.PermitZeroSuppressedGtin && ai is Gtin.Ai && Gtin.IsLength(value.Length);
        to.Add(new AiValue(ai, isShortGtin ? Gtin.Pad(value) : value));
        return true;
    }

    private bool Refuse(string reason)
    {
        Reason = reason;
        return false;
    }
}
