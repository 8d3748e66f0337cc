namespace Voltloop.Web.Access;

/// <summary>A hand-over of responsibility.</summary>
/// <param name="Thing">Thing or model that is handed over.</param>
/// <param name="Operator">Who answers for it from then on.</param>
/// <param name="From">From when on (UTC); at once when not given.</param>
public sealed record HandOverBody(string Thing, string Operator, DateTimeOffset? From = null);
