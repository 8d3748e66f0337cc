using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Voltloop.Web.Access;

/// <summary>The address of the page to sign in on, which leads back to where one was.</summary>
internal static class SignInLink
{
    /// <summary>The page to sign in on.</summary>
    public const string Page = "/sign-in";

    /// <summary>From the page that a request asks for; from the page with the form, when a form was sent.</summary>
    public static string From(HttpContext http)
    {
        var here = HttpMethods.IsGet(http.Request.Method) ? http.Request.GetEncodedPathAndQuery() : Form(http);
        return here is null or "/" || here.StartsWith(Page, StringComparison.Ordinal) ? Page : $"{Page}?returnUrl={Uri.EscapeDataString(here)}";
    }

    private static string? Form(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? from.PathAndQuery
            : null;
}
