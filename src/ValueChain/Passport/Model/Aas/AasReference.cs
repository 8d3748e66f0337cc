using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.Aas;

/// <summary>References of the Asset Administration Shell.</summary>
internal static class AasReference
{
    /// <summary>A reference to something outside, such as the meaning of an element.</summary>
    public static JsonObject External(string value) => new()
    {
        ["type"] = "ExternalReference",
        ["keys"] = new JsonArray(new JsonObject { ["type"] = "GlobalReference", ["value"] = value }),
    };
}
