using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Absolute addresses of what answers refer to.</summary>
internal sealed class DppAddresses(IOptions<PassportOptions> options)
{
    /// <summary>Base without a slash at the end: the configured one, or the address that was asked.</summary>
    public string Base(HttpContext http) =>
        (options.Value.PublicBase?.AbsoluteUri ?? $"{http.Request.Scheme}://{http.Request.Host}").TrimEnd('/');

    /// <summary>Base of the definitions of terms.</summary>
    public string Dictionary(HttpContext http) => Base(http) + "/v1/dictionary/";
}
