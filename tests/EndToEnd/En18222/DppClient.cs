using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Tests.EndToEnd.En18222;

/// <summary>Short ways to call the EN 18222 API.</summary>
internal static class DppClient
{
    public const string Gtin = "09521234577706";
    public const string Operator = "https://operator.example/1";

    public static string Product(string serial) => $"https://id.gs1.org/01/{Gtin}/21/{serial}";

    public static string Path(string id) => "/v1/dpps/" + Uri.EscapeDataString(id);

    public static string Element(string id, string path) => $"{Path(id)}/elements/{Uri.EscapeDataString(path)}";

    public static JsonObject Document(string serial) => new()
    {
        ["uniqueProductIdentifier"] = Product(serial),
        ["granularity"] = "Item",
        ["economicOperatorId"] = Operator,
        ["identityAndProduct"] = new JsonObject { ["ratedCapacity"] = 5.5, ["serialNumber"] = serial, ["intendedApplications"] = new JsonArray("car", "store") },
        ["stateOfHealthAndUse"] = new JsonObject { ["stateOfHealth"] = 97.5 },
    };

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PATCH") request.Content = new StringContent(body?.ToJsonString() ?? "null", Encoding.UTF8, method == "PATCH" ? "application/merge-patch+json" : "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return client.SendAsync(request);
    }

    /// <summary>Creates a passport and returns the identifier of its product.</summary>
    public static async Task<string> CreateAsync(this HttpClient client, string serial, Action<JsonObject>? change = null)
    {
        var document = Document(serial);
        change?.Invoke(document);
        using var answer = await client.SendAsync("POST", "/v1/dpps", document);
        ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync());
        return Product(serial);
    }

    public static async Task<JsonNode> ReadAsync(this HttpClient client, string path, int status = 200)
    {
        using var answer = await client.GetAsync(path);
        return await answer.NodeAsync(status);
    }

    public static async Task<JsonNode> NodeAsync(this HttpResponseMessage answer, int status = 200)
    {
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Asserts a Result with all members of its message, and returns the first message.</summary>
    public static async Task<JsonNode> ResultAsync(this HttpResponseMessage answer, int status, string code)
    {
        var result = await answer.NodeAsync(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var message = result["message"]![0]!;
        message["code"]!.GetValue<string>().ShouldBe(code);
        message["messageType"]!.GetValue<string>().ShouldBe("Error");
        message["text"]!.GetValue<string>().ShouldNotBeEmpty();
        message["correlationId"]!.GetValue<string>().ShouldNotBeEmpty();
        DateTimeOffset.Parse(message["timestamp"]!.GetValue<string>()).Offset.ShouldBe(TimeSpan.Zero);
        return message;
    }

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    public static bool Same(this JsonNode? one, string json) => JsonNode.DeepEquals(one, JsonNode.Parse(json));

    public static MediaTypeWithQualityHeaderValue Media(string type) => new(type);
}
