namespace Voltloop.Core.Identities;

/// <summary>One GS1 application identifier as the table describes it.</summary>
internal sealed record ApplicationIdentifier
{
    /// <summary>Two to four digits.</summary>
    public required string Ai { get; init; }

    /// <summary>What the value says, in our words.</summary>
    public required string Title { get; init; }

    /// <summary>May stand in the query of a Digital Link.</summary>
    public required bool IsAttribute { get; init; }

    /// <summary>Parts of the value, in their order.</summary>
    public required IReadOnlyList<AiComponent> Components { get; init; }

    /// <summary>Every rule must hold: each is a list of alternatives, and each alternative a list of AIs or patterns.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Requires { get; init; }

    /// <summary>AIs and patterns that must not accompany this one.</summary>
    public required IReadOnlyList<string> Excludes { get; init; }

    /// <summary>Null when the AI is no key; else the alternative sequences of qualifiers, each in its order.</summary>
    public required IReadOnlyList<IReadOnlyList<string>>? Qualifiers { get; init; }

    /// <summary>Word of the former "convenience" spelling, or empty.</summary>
    public required string Alpha { get; init; }

    /// <summary>Whether a thing can be identified by this AI.</summary>
    public bool IsKey => Qualifiers is not null;

    /// <summary>Why a value breaks the rules of the AI, or null when it keeps them.</summary>
    public string? Reason(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return "it has no value";
        var rest = value;
        foreach (var component in Components)
        {
            if (rest.IsEmpty && component.Optional) return null;
            var part = rest[..Math.Min(component.Max, rest.Length)];
            if (component.Reason(part) is { } reason) return reason;
            rest = rest[part.Length..];
        }

        return rest.IsEmpty ? null : $"it is {rest.Length} characters too long";
    }

    /// <summary>Whether the characters and the length fit, whatever the checks of the content say.</summary>
    public bool HasShape(ReadOnlySpan<char> value)
    {
        var rest = value;
        foreach (var component in Components)
        {
            if (rest.IsEmpty && component.Optional) return true;
            var part = rest[..Math.Min(component.Max, rest.Length)];
            if (part.Length < component.Min || Gs1Characters.FirstOutside(component.Type, part) is not null) return false;
            rest = rest[part.Length..];
        }

        return rest.IsEmpty;
    }
}
