using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login;
using MppDigital.Login.Clients;
using MppDigital.Login.Keys;
using MppDigital.Platform.UseCases;
using MppDigital.Web.Tests.Http;
using MppDigital.Web.Tests.NodeSuites;

namespace MppDigital.Web.Tests.OpenIdClient;

/// <summary>Runs the whole suite once against the running program and keeps what each case said.</summary>
public sealed class OpenIdClientRun(RunningProgram program) : IAsyncLifetime
{
    internal NodeResults Results { get; private set; } = new(new Dictionary<string, string?>());

    /// <summary>What the program logged as an error meanwhile.</summary>
    internal IReadOnlyList<string> Failures { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (NodeSuite.OpenIdClient.Missing is not null) return;
        var before = program.Failures.All.Count;
        Results = await NodeSuite.OpenIdClient.RunAsync(await DescribeAsync(), AnswerAsync);
        Failures = [.. program.Failures.All.Skip(before)];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Nothing that the suite may know beyond <c>demo.json</c>, but one thing: the signing key, to make tokens that are wrong in a single claim.</summary>
    private async Task<object> DescribeAsync() => new
    {
        program.Port,
        program.People.Password,
        // Not of the regencies where other tests file their applications.
        Citizens = program.People.Citizens.Where(c => c.Regency is not ("bukittinggi" or "padang")).Take(60).ToList(),
        Analyst = program.People.Staff.Single(s => s.Username == "analis.pusat"),
        Clients = program.Demo.GetProperty("clients").EnumerateArray().Append(program.Demo.GetProperty("systemClient")).ToList(),
        SigningKey = await SigningKeyAsync(),
    };

    private async Task<object> SigningKeyAsync()
    {
        var credentials = await program.Services.GetRequiredService<SigningKeys>().CredentialsAsync(SecurityAlgorithms.EcdsaSha256, CancellationToken.None);
        return new { credentials.Key.KeyId, Pem = ((ECDsaSecurityKey)credentials.Key).ECDsa.ExportPkcs8PrivateKeyPem() };
    }

    private Task<object> AnswerAsync(JsonElement question) => question.TryGetProperty("register", out var registration) ? RegisterAsync(registration) : ExpireAsync(question);

    /// <summary>Lets a program in, as the operator would by command.</summary>
    private async Task<object> RegisterAsync(JsonElement registration)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var admitted = await scope.ServiceProvider.GetRequiredService<IUseCase<RegisterClient, ClientAdmitted>>()
            .HandleAsync(new RegisterClient(registration.Deserialize<ClientRegistration>(JsonSerializerOptions.Web)!), CancellationToken.None);
        return new { admitted.Value?.Secret, Errors = admitted.Problem?.Errors.Keys ?? [] };
    }

    /// <summary>Time cannot be sent forward for one suite alone, so what is stored is made older.</summary>
    private async Task<object> ExpireAsync(JsonElement question)
    {
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync();
        var handle = Handle.Hash(question.GetProperty("handle").GetString()!);
        var past = DateTime.UtcNow.AddSeconds(-1);
        var changed = question.GetProperty("expire").GetString() switch
        {
            "code" => await db.AuthorizationCodes.Where(c => c.CodeHash == handle).ExecuteUpdateAsync(s => s.SetProperty(c => c.ExpiresAt, past)),
            "request" => await db.AuthorizationRequests.Where(r => r.HandleHash == handle).ExecuteUpdateAsync(s => s.SetProperty(r => r.ExpiresAt, past)),
            "refresh" => await db.RefreshTokens.Where(t => t.TokenHash == handle).ExecuteUpdateAsync(s => s.SetProperty(t => t.ExpiresAt, past)),
            var other => throw new InvalidOperationException($"Unknown question {other}."),
        };
        return new { changed };
    }
}
