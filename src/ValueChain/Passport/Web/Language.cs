namespace Voltloop.Passport.Web;

/// <summary>A language of the public page: one data file, <c>Languages/{code}.json</c>.</summary>
/// <param name="Code">BCP 47 tag, for example <c>de</c>.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Decimal">Decimal mark.</param>
/// <param name="Group">Mark between groups of three digits.</param>
internal sealed record Language(string Code, string Name, string Decimal, string Group)
{
    /// <summary>Words of the page, by key.</summary>
    public required IReadOnlyDictionary<string, string> Page { get; init; }

    /// <summary>Kinds of things, by name in kebab case.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>Sections, by their English name in the vocabulary.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }

    /// <summary>Units, by the symbol of the vocabulary.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>Words that are values of a term, by term.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; }

    /// <summary>Members of structured values.</summary>
    public required IReadOnlyDictionary<string, string> Members { get; init; }

    /// <summary>Names of terms, by identifier.</summary>
    public required IReadOnlyDictionary<string, string> Terms { get; init; }

    /// <summary>A word of the page.</summary>
    public string this[string key] => Page[key];

    /// <summary>Text of a key, or what the caller falls back to: terms of one's own tables have no translation.</summary>
    public static string Of(IReadOnlyDictionary<string, string> words, string key, string fallback) => words.GetValueOrDefault(key, fallback);

    /// <summary>A number that was formatted with comma and point, with the marks of the language.</summary>
    public string Number(string formatted) => string.Concat(formatted.Select(c => c switch { ',' => Group, '.' => Decimal, _ => c.ToString() }));
}
