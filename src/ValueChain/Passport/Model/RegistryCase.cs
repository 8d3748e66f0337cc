using System.Text.Json;

namespace Voltloop.Passport.Model;

/// <summary>A passport on its way to the registry.</summary>
/// <param name="Entry">What would be handed over now.</param>
/// <param name="Checks">The self-check.</param>
public sealed record RegistryCase(RegistryEntry Entry, IReadOnlyList<SelfCheckLine> Checks)
{
    /// <summary>Identifier that the registry gave.</summary>
    public string? RegistrationIdentifier { get; init; }

    /// <summary>Hash of the full version that was handed over last.</summary>
    public string? SubmittedHash { get; init; }

    /// <summary>True when every check passed.</summary>
    public bool Passed => Checks.All(check => check.Passed);

    /// <summary>Where it stands.</summary>
    public RegistrationState State => this switch
    {
        { RegistrationIdentifier: not null, SubmittedHash: { } hash } when hash != Entry.FullVersionHash => RegistrationState.Changed,
        { RegistrationIdentifier: not null } => RegistrationState.Registered,
        { SubmittedHash: { } hash } when hash == Entry.FullVersionHash => RegistrationState.Submitted,
        _ => Passed ? RegistrationState.Ready : RegistrationState.Blocked,
    };

    /// <summary>The hash in a recorded submission or proof.</summary>
    internal static string? HashIn(PassportEntry? entry) =>
        entry?.Recorded.Statement.Value.AsElement() is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("fullVersionHash", out var hash) ? hash.GetString() : null;
}
