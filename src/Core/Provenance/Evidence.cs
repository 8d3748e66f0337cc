namespace Voltloop.Core.Provenance;

/// <summary>How a value came about, so that a reader can check it.</summary>
/// <param name="Method">Identifier of the method, for example <c>capacity.last-valid-median</c>, or <c>declared</c>.</param>
/// <param name="Reference">Literature, standard or document that describes the method.</param>
/// <param name="Validity">Where the method is valid, in words with numbers and units.</param>
/// <param name="Inputs">What it was computed from: identifiers of series, statements or documents.</param>
public sealed record Evidence(string Method, string? Reference = null, string? Validity = null, IReadOnlyList<string>? Inputs = null)
{
    /// <summary>A value stated by the issuer without a computation of ours.</summary>
    public static readonly Evidence Declared = new("declared");
}
