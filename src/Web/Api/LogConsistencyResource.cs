namespace Voltloop.Web.Api;

/// <summary>Proof that a later state of the log contains an earlier one.</summary>
/// <param name="From">Assertions of the earlier state.</param>
/// <param name="To">Assertions of the later state.</param>
/// <param name="Path">Hashes, base64.</param>
public sealed record LogConsistencyResource(long From, long To, IReadOnlyList<string> Path);
