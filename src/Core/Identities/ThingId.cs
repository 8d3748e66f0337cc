using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>
/// Canonical identifier of a thing: a URI by one of the schemes of EN 18219. Two spellings of the same identifier
/// parse to equal values. The default value is empty and identifies nothing.
/// </summary>
public readonly record struct ThingId
{
    private readonly string? _value;

    private ThingId(string value, IdScheme scheme, Granularity granularity)
    {
        _value = value;
        Scheme = scheme;
        Granularity = granularity;
    }

    /// <summary>Longest identifier accepted, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>Canonical URI.</summary>
    public string Value => _value ?? "";

    /// <summary>Scheme that the URI follows.</summary>
    public IdScheme Scheme { get; }

    /// <summary>Model, batch or item, derived from the identifier; item where the scheme cannot tell.</summary>
    public Granularity Granularity { get; }

    /// <summary>Reads an identifier in any accepted spelling.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static ThingId Parse(string text)
    {
        var id = Read(text, out var reason);
        return id ?? throw new ProblemException(CommonProblems.InvalidIdentifier, $"\"{text}\": {reason}");
    }

    /// <summary>Reads an identifier; false, with no exception, when it is not one.</summary>
    public static bool TryParse(string? text, out ThingId id)
    {
        var read = Read(text, out _);
        id = read.GetValueOrDefault();
        return read is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static ThingId? Read(string? text, out string reason)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out _))
        {
            reason = "not an absolute URI of at most 2048 characters";
            return null;
        }

        reason = "";
        return new ThingId(text, IdScheme.Https, Granularity.Item);
    }
}
