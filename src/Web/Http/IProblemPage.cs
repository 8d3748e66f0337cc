using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;

namespace Voltloop.Web.Http;

/// <summary>Shows a problem to a person, in the design of the pages.</summary>
public interface IProblemPage
{
    /// <summary>Writes the page; the status code is already set.</summary>
    Task WriteAsync(HttpContext context, Problem problem);
}
