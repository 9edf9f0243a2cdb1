using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors;
using MppDigital.Connectors.Messages;
using MppDigital.Login.Clients;
using MppDigital.Login.SignIn;
using MppDigital.Platform;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Sqlite;
using MppDigital.Testing;

namespace MppDigital.Login.Tests;

/// <summary>The login on a real web server with a database of its own; only its pages, which belong to the web program, are missing.</summary>
public sealed class LoginServer : IAsyncLifetime
{
    public const string Issuer = "http://login.mpp.localhost:5080";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("mpp-login-");

    private readonly Uri? register;

    private WebApplication? app;

    /// <summary>Without a civil register: whoever registers is not verified yet.</summary>
    public LoginServer()
    {
    }

    internal LoginServer(Uri register) => this.register = register;

    /// <summary>What is different from the login as it is.</summary>
    internal Action<IServiceCollection> Change { get; init; } = _ => { };

    internal KeptMessages Messages { get; } = new();

    public FakeClock Clock { get; } = new();

    internal IServiceProvider Services => app!.Services;

    internal string DataDirectory => data.FullName;

    internal int Port => new Uri(app!.Urls.First()).Port;

    public async Task InitializeAsync()
    {
        // A simulator lies on this machine, which only Development allows.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = register is null ? "Production" : "Development" });
        builder.Configuration["Connectors:Dukcapil:BaseAddress"] = register?.ToString();
        builder.Configuration["Connectors:Dukcapil:BreakAfter"] = "1000";
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<PlatformOptions>(o =>
        {
            o.PublicOrigin = "http://mpp.localhost:5080";
            o.DataDirectory = data.FullName;
        });
        builder.Services.Configure<LoginOptions>(o => o.DemoClients = true);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ITenantDirectory, FewRegencies>();
        builder.Services.AddSqliteEngine();
        builder.Services.AddSecrets();
        builder.Services.AddConnectors(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton<IMessageSender>(Messages);
        builder.Services.AddLogin();
        Change(builder.Services);
        builder.Services.AddSingleton<TroublePage>(reason => TypedResults.Text(reason, statusCode: 400));
        app = builder.Build();
        app.MapLogin("login.mpp.localhost");

        await app.Services.GetRequiredService<IDatabaseEngine>().CreateAsync(Databases.Login, CancellationToken.None);
        await using (var db = await ContextAsync()) await db.Database.EnsureCreatedAsync();
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        data.Delete(recursive: true);
    }

    internal Task<LoginDbContext> ContextAsync() => app!.Services.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync();

    internal async Task<Outcome<TResult>> DoAsync<TInput, TResult>(TInput input)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
    }

    /// <summary>Registers, reads the codes and types them.</summary>
    internal async Task<RegisteredAccount> RegisterAsync(RegisterAccount citizen)
    {
        var begun = await DoAsync<RegisterAccount, RegistrationStarted>(citizen);
        Assert.True(begun.Succeeded, begun.Problem?.Code);
        var made = await DoAsync<ConfirmRegistration, RegisteredAccount>(CodesFor(citizen, begun.Value.Handle));
        Assert.True(made.Succeeded, made.Problem?.Code);
        return made.Value;
    }

    internal ConfirmRegistration CodesFor(RegisterAccount citizen, string handle) =>
        new(handle, Messages.CodeTo(PhoneOf(citizen)), citizen.Email is { Length: > 0 } email ? Messages.CodeTo(email) : null, "Chrome, Android");

    internal static string PhoneOf(RegisterAccount citizen) => IndonesianPhone.TryNormalize(citizen.Phone, out var phone) ? phone : throw new InvalidOperationException("No phone.");

    internal async Task<AuthenticationHeaderValue> SecretOfAsync(string clientId)
    {
        var secret = await app!.Services.GetRequiredService<ClientSecrets>().ForAsync(clientId, CancellationToken.None);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{secret}")));
    }

    /// <summary>A browser without pages: it reaches every host name at this server and follows no redirect.</summary>
    internal HttpClient Browser(string origin = Issuer)
    {
        var port = Port;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = async (_, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri(origin) };
    }
}
