using Microsoft.AspNetCore.Mvc;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>What a file is, and whose.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Thing">Battery in whose record the spectrum is kept; absent to write nothing.</param>
internal sealed record ImpedanceUpload([FromQuery(Name = "name")] string? Name, [FromQuery(Name = "thing")] string? Thing);
