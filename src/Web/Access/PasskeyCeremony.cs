using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Registers passkeys and signs in with them (W3C Web Authentication Level 3, checked by ASP.NET Core Identity).</summary>
public sealed class PasskeyCeremony : IDisposable
{
    private const string UsualLabel = "Passkey";

    private readonly IPasskeyStore _passkeys;
    private readonly PasskeyDesk _desk;
    private readonly SessionDesk _sessions;
    private readonly UserManager<Account> _users;
    private readonly PasskeyHandler<Account> _handler;
    private readonly Ceremonies<PasskeyState> _open;

    /// <summary>Wires the WebAuthn code of ASP.NET Core Identity to our accounts.</summary>
    public PasskeyCeremony(IAccountStore accounts, IPasskeyStore passkeys, PasskeyDesk desk, (SessionDesk Sessions, AccessSettings Settings, TimeProvider Clock) house)
    {
        (_passkeys, _desk, _sessions, _open) = (passkeys, desk, house.Sessions, new Ceremonies<PasskeyState>(house.Clock));
        _users = new UserManager<Account>(
            new PasskeyUsers(accounts, passkeys), Options.Create(new IdentityOptions()), new PasswordHasher<Account>(), [], [],
            new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<Account>>.Instance);
        _handler = new PasskeyHandler<Account>(_users, Options.Create(Rules(house.Settings)));
    }

    /// <summary>Begins to register a passkey for the account at work.</summary>
    public async Task<PasskeyChallenge> BeginAsync(HttpContext http)
    {
        var name = _desk.Own();
        var known = _passkeys.ListPasskeys(name);
        if (known.Count >= PasskeyDesk.MaxPerAccount) throw new ProblemException(CommonProblems.LimitExceeded, $"{name} has {known.Count} passkeys; the limit PasskeyDesk.MaxPerAccount is {PasskeyDesk.MaxPerAccount}.");
        var handle = known is [var first, ..] ? first.UserHandle : Secrets.New("");
        var made = await _handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = handle, Name = name, DisplayName = name }, http);
        return Challenge(new PasskeyState(name, made.AttestationState!), made.CreationOptionsJson);
    }

    /// <summary>Registers the passkey that the authenticator made.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.PasskeyRefused"/>.</exception>
    public async Task<Passkey> AddAsync(HttpContext http, PasskeyAnswer answer)
    {
        var name = _desk.Own();
        var begun = Take(answer, name);
        var label = answer.Label?.Trim() is { Length: > 0 } given ? given : UsualLabel;
        if (label.Length > WriteLimits.MaxLabelLength) throw new ProblemException(CommonProblems.InvalidValue, $"A passkey's label has at most {WriteLimits.MaxLabelLength} characters.", "label");
        var result = await _handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = Json(answer), AttestationState = begun.State });
        if (!result.Succeeded) throw Refused(result.Failure);
        var made = From(result.Passkey, name, result.UserEntity.Id) with { Label = label };
        if (!_passkeys.Add(made)) throw Refused(null);
        await _sessions.Work.LogAsync("passkey-added", $"{made.Id} of {name}");
        return made;
    }

    /// <summary>Begins to sign in; the authenticator says who.</summary>
    public async Task<PasskeyChallenge> ChallengeAsync(HttpContext http)
    {
        var made = await _handler.MakeRequestOptionsAsync(null, http);
        return Challenge(new PasskeyState(null, made.AssertionState!), made.RequestOptionsJson);
    }

    /// <summary>Signs in; the text of the cookie to set.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.PasskeyRefused"/>.</exception>
    public async Task<(string Secret, SignInSession Session)> SignInAsync(HttpContext http, PasskeyAnswer answer)
    {
        var begun = Take(answer, null);
        var result = await _handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = Json(answer), AssertionState = begun.State });
        if (!result.Succeeded || result.User.Disabled) throw Refused(result.Failure);
        var key = From(result.Passkey, result.User.Name, "");
        var before = _passkeys.FindPasskey(key.Id)?.SignCount ?? 0;
        // Two answers with the same counter cannot both win.
        if (!_passkeys.Use(key with { UsedAt = _sessions.Work.Now }, before)) throw Refused(null);
        return await _sessions.BeginAsync(result.User.Name, "with passkey", key.Id);
    }

    /// <inheritdoc/>
    public void Dispose() => _users.Dispose();

    private PasskeyChallenge Challenge(PasskeyState state, string options) => new(_open.Begin(state), JsonElement.Parse(options));

    private PasskeyState Take(PasskeyAnswer answer, string? account) =>
        _open.Take(answer.Ceremony) is { } begun && string.Equals(begun.Account, account, StringComparison.Ordinal) ? begun : throw Refused(null);

    private static string Json(PasskeyAnswer answer) => answer.Credential.ValueKind == JsonValueKind.Object ? answer.Credential.GetRawText() : throw Refused(null);

    private static IdentityPasskeyOptions Rules(AccessSettings settings) => new()
    {
        ServerDomain = settings.Url?.Host,
        ResidentKeyRequirement = "required",
        UserVerificationRequirement = "required",
        AttestationConveyancePreference = "none",
        ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOwn(context.HttpContext.Request, context.Origin)),
    };

    // Behind a proxy that ends TLS the scheme of the request is not the browser's, so the host decides; http is for one's own machine.
    private static bool IsOwn(HttpRequest request, string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
        && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && string.Equals(request.Headers.Origin.ToString(), origin, StringComparison.OrdinalIgnoreCase);

    private static Passkey From(UserPasskeyInfo info, string account, string handle) => new(Base64Url.EncodeToString(info.CredentialId), account, handle, info.PublicKey)
    {
        SignCount = info.SignCount,
        Transports = info.Transports ?? [],
        Backup = info.IsBackedUp ? PasskeyBackup.BackedUp : info.IsBackupEligible ? PasskeyBackup.Eligible : PasskeyBackup.None,
        CreatedAt = info.CreatedAt,
    };

    // Which check failed stands in the inner error, for the server's own log; an attacker is told nothing.
    private static ProblemException Refused(Exception? why)
    {
        var problem = new Problem(AccessProblems.PasskeyRefused, "The answer of the authenticator is not valid here, or the passkey was revoked.", null, "Begin again, or sign in with the password.");
        return why is null ? new ProblemException(problem) : new ProblemException(problem, why);
    }
}
