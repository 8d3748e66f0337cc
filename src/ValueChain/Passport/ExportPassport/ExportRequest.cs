using Voltloop.Web.Http;

namespace Voltloop.Passport.ExportPassport;

/// <summary>What to export, from the query.</summary>
/// <param name="Format">Name of the format; <c>voltloop</c> when absent.</param>
/// <param name="Times">As valid at and as known at.</param>
internal readonly record struct ExportRequest(string? Format, TimeParameters Times);
