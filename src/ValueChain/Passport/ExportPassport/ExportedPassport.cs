using System.Text.Json.Nodes;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.ExportPassport;

/// <summary>A passport in a format, with what the format could not carry.</summary>
/// <param name="File">The document.</param>
/// <param name="Loss">What it lacks.</param>
internal sealed record ExportedPassport(JsonObject File, LossReport Loss);
