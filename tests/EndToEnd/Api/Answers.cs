using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Voltloop.Tests.EndToEnd.Api;

/// <summary>Short ways to look at answers.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asserts problem details (RFC 9457) and returns their code.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
