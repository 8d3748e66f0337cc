namespace Voltloop.Web.Composition;

/// <summary>Knows where an input of a statement is shown, for example an event. Rooms contribute them as services.</summary>
public interface IEvidenceLink
{
    /// <summary>The address, or <c>null</c> when the input is of another kind.</summary>
    string? Href(string input);
}
