namespace Voltloop.Web.Preservation;

/// <summary>Which node to follow.</summary>
/// <param name="Url">Address of the primary.</param>
/// <param name="Key">API key of an operator that may replicate.</param>
public sealed record FollowBody(string Url, string? Key);
