using System.Text.RegularExpressions;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>Fills and sends forms of the pages, without a browser.</summary>
internal static partial class Forms
{
    public static async Task<string> SignInAsync(this HttpClient client, string name, string password, string? returnUrl = null)
    {
        using var answer = await client.PostFormAsync("/sign-in", "/sign-in", new Dictionary<string, string> { ["name"] = name, ["password"] = password, ["returnUrl"] = returnUrl ?? "/" });
        return answer.RequestMessage!.RequestUri!.PathAndQuery;
    }

    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string action, Dictionary<string, string> fields)
    {
        var token = Token().Match(await client.GetStringAsync(page)).Groups[1].Value;
        token.ShouldNotBeEmpty();
        return await client.PostAsync(action, new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
