namespace Voltloop.Web.Preservation;

/// <summary>Why the role of a node is changed.</summary>
/// <param name="Because">The reason; it stands in the record or in the access log.</param>
/// <param name="Force">Also while the primary still answers.</param>
public sealed record ReasonBody(string? Because, bool Force = false);
