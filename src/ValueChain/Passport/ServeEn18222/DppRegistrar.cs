using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>RegisterProductDPP, the side of a registry: keeps the entry as a statement about a product of this record.</summary>
internal sealed class DppRegistrar(IRecordWriter writer, DppFinder finder, DppLocks locks, TimeProvider clock, Speaker speaker)
{
    private static readonly string[] PassportNames = ["digitalProductPassportId", "dppId"];
    private static readonly string[] ProductNames = ["uniqueProductIdentifier", "uniqueProductId", "productId"];
    private static readonly string[] OperatorNames = ["economicOperatorId", "operatorId"];

    /// <summary>The registration id, the same for the same entry, and whether it is new.</summary>
    /// <exception cref="ProblemException">The entry is not complete, or names what the record does not know.</exception>
    public async Task<(string Id, bool IsNew)> RegisterAsync(JsonNode? body, CancellationToken cancellation)
    {
        var entry = body as JsonObject ?? throw new ProblemException(CommonProblems.MalformedInput, "The entry is not a JSON object.");
        var (product, operatorId) = (Required(entry, ProductNames), Required(entry, OperatorNames));
        var thing = await finder.ProductAsync(product, cancellation).ConfigureAwait(false) ?? throw DppFinder.Absent();
        return await locks.RunAsync(thing.Id, async () =>
        {
            var state = await finder.ReadAsync(thing, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
            if (Find(entry, PassportNames) is { } dppId && dppId != state.Header.DppId && dppId != product)
                throw new ProblemException(CommonProblems.Conflict, $"The passport of the product is \"{state.Header.DppId}\".", "/digitalProductPassportId");
            var id = RegistrationId(state.Header.DppId, thing.Id.Value, operatorId);
            if (state.View.Find(DppTerms.Registration)?.Recorded.Statement.Value.AsText() == id) return (id, false);
            await WriteAsync(state, (id, operatorId), entry, cancellation).ConfigureAwait(false);
            return (id, true);
        }, cancellation).ConfigureAwait(false);
    }

    private Task WriteAsync(DppState state, (string Id, string Operator) registration, JsonObject entry, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        Statement[] statements =
        [
            new(state.Thing.Id, DppTerms.Registration, StatementValue.Of(registration.Id), now),
            new(state.Thing.Id, DppTerms.RegistryEntry, StatementValue.Of(JsonSerializer.SerializeToElement(entry)), now),
        ];
        return writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(speaker.Issuer(registration.Operator), statements)] }, cancellation);
    }

    private static string RegistrationId(params string[] parts) =>
        "urn:voltloop:registration:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));

    private static string Required(JsonObject entry, string[] names) =>
        Find(entry, names) ?? throw new ProblemException(CommonProblems.InvalidValue, $"The entry needs {names[0]}.", "/" + names[0]);

    private static string? Find(JsonObject entry, string[] names) => names
        .Select(name => entry.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value)
        .OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null).FirstOrDefault(text => text is not null);
}
