using System.Text.Json.Nodes;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>A change that a caller asks for.</summary>
/// <param name="DppId">Passport.</param>
/// <param name="Patch">Merge patch; <c>null</c> for JSON null.</param>
/// <param name="IfMatch">Versions that the change is meant for; <c>null</c> for any.</param>
/// <param name="RefusesNull">Whether null is an error instead of a deletion.</param>
internal sealed record DppChange(string DppId, JsonNode? Patch, string? IfMatch, bool RefusesNull)
{
    /// <summary>Whether the patch of one element is an element of the full representation.</summary>
    public bool Full { get; init; }
}
