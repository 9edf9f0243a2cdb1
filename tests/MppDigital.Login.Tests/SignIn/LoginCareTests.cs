using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Jobs;

namespace MppDigital.Login.Tests.SignIn;

public sealed class LoginCareTests : IAsyncLifetime
{
    private readonly LoginServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Removes_what_has_expired_and_keeps_what_can_still_be_used()
    {
        using var flow = new Flow(server, "demo-web", "http://127.0.0.1:5990/callback");
        await flow.RegisterAsync();
        var refresh = (await flow.TokensAsync()).GetProperty("refresh_token").GetString()!;
        using var waiting = await new Flow(server).AuthorizeAsync(new Flow(server).Request());

        server.Clock.Advance(TimeSpan.FromDays(29));
        await CareAsync();
        await using var db = await server.ContextAsync();
        Assert.Equal((0, 1, 1), (await db.AuthorizationRequests.CountAsync(), await db.Grants.CountAsync(), await db.Sessions.CountAsync()));
        var next = (await Flow.ReadAsync(await flow.RefreshAsync(refresh))).GetProperty("refresh_token").GetString()!;

        server.Clock.Advance(TimeSpan.FromDays(29));
        await CareAsync();
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RefreshAsync(refresh)));
        Assert.Equal("invalid_grant", await Flow.ErrorAsync(await flow.RefreshAsync(next)));

        server.Clock.Advance(TimeSpan.FromDays(31));
        await CareAsync();
        Assert.Equal((0, 0, 0), (await db.RefreshTokens.CountAsync(), await db.Grants.CountAsync(), await db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task Announces_the_next_keys_in_time_although_nobody_signs_in_and_forgets_retired_ones()
    {
        await CareAsync();
        await using var db = await server.ContextAsync();
        var first = await db.SigningKeys.AsNoTracking().Select(k => k.Kid).ToListAsync();
        Assert.Equal(2, first.Count);

        server.Clock.Advance(TimeSpan.FromDays(77));
        await CareAsync();
        Assert.All(await db.SigningKeys.AsNoTracking().Where(k => !first.Contains(k.Kid)).ToListAsync(), k => Assert.True(k.SignsFrom > server.Clock.UtcNow.AddDays(12)));
        Assert.Equal(4, await db.SigningKeys.CountAsync());

        server.Clock.Advance(TimeSpan.FromDays(28));
        await CareAsync();
        Assert.DoesNotContain(await db.SigningKeys.AsNoTracking().Select(k => k.Kid).ToListAsync(), first.Contains);
    }

    private async Task CareAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IJobHandler>().Single(j => j.Kind == LoginServices.CareJob).RunAsync("{}", CancellationToken.None);
    }
}
