namespace Voltloop.Record.Terms;

/// <summary>What the value of a term looks like.</summary>
public enum TermType
{
    /// <summary>A number in the term's unit.</summary>
    Number = 0,

    /// <summary>A text.</summary>
    Text = 1,

    /// <summary>True or false.</summary>
    Boolean = 2,

    /// <summary>A calendar date or month, ISO 8601.</summary>
    Date = 3,

    /// <summary>An object or a list.</summary>
    Structure = 4,

    /// <summary>A link: HTTPS URI or the SHA-256 of a document in the record.</summary>
    Link = 5,
}
