using Microsoft.AspNetCore.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>303: the same for people is at another address.</summary>
/// <param name="location">Path of the page.</param>
internal sealed class SeeOther(string location) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers.Vary = "Accept";
        return Task.CompletedTask;
    }
}
