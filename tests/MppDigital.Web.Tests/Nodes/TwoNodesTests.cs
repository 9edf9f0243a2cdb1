using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Catalog;
using MppDigital.National.Catalog.Releases;
using MppDigital.National.Ministry;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Testing.Databases;
using MppDigital.Web.RegencyAdmin;
using MppDigital.Web.Tests.Http;

namespace MppDigital.Web.Tests.Nodes;

/// <summary>What one node did, the other knows: keys, sessions and their ends are in the databases, never in a process.</summary>
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string Here = "bukittinggi";

    [PostgreSqlFact]
    public async Task A_sign_in_that_changes_its_node_at_every_step_succeeds()
    {
        var request = 0;
        using var citizen = nodes.Open(() => request++ % 2);

        await SignInAsync(citizen, 0);

        for (var n = 0; n < 4; n++) (await citizen.GetAsync(Here, "/permohonan")).Expect(200);
        // One sign-in for all hosts: Padang asks nobody anything.
        await SignInAsync(citizen, 0, "padang");
    }

    [PostgreSqlFact]
    public async Task Killing_one_node_signs_nobody_out()
    {
        var node = 0;
        using var citizen = nodes.Open(() => node);
        await SignInAsync(citizen, 1);
        await nodes.KillAsync(0);
        try
        {
            node = 1;

            (await citizen.GetAsync(Here, "/permohonan")).Expect(200);
            (await citizen.GetAsync("login", "/akun")).Expect(200);
            await SignInAsync(citizen, 1, "padang");
            // A token that the dead node signed is good at the other: the keys are shared.
            (await citizen.PostAsync(Here, "/api/v1/drafts", new System.Text.Json.Nodes.JsonObject { ["service"] = "DKC-KK-03", ["data"] = new System.Text.Json.Nodes.JsonObject() }, MppClient.NewKey())).Expect(201);
        }
        finally
        {
            await nodes.StartAsync(0);
        }
    }

    [PostgreSqlFact]
    public async Task Both_nodes_may_renew_the_same_session_at_the_same_instant()
    {
        var node = 0;
        using var citizen = nodes.Open(() => node);
        using var first = nodes.Open(() => 0);
        using var second = nodes.Open(() => 1);
        await SignInAsync(citizen, 2);
        var cookie = citizen.CookiesAt(Here);
        nodes.Clock.Ahead += TimeSpan.FromMinutes(9.5);

        var answers = await Task.WhenAll(new[] { first, second }.Select(c => c.SendAsync(Here, HttpMethod.Get, "/permohonan", new Call { Cookie = cookie })));

        var renewed = answers.Select(answer => Cookies(cookie, answer.Expect(200))).ToList();
        Assert.All(renewed, after => Assert.NotEqual(cookie, after));
        // Whichever of the two answers reached the browser last: both lead on.
        nodes.Clock.Ahead += TimeSpan.FromMinutes(9.5);
        foreach (var after in renewed) (await second.SendAsync(Here, HttpMethod.Get, "/permohonan", new Call { Cookie = after })).Expect(200);
    }

    [PostgreSqlFact]
    public async Task A_session_that_ended_through_one_node_is_over_at_the_other_within_five_seconds()
    {
        var node = 0;
        using var citizen = nodes.Open(() => node);
        using var other = nodes.Open(() => 1);
        await SignInAsync(citizen, 3);
        var cookie = citizen.CookiesAt(Here);
        (await other.SendAsync(Here, HttpMethod.Get, "/permohonan", new Call { Cookie = cookie })).Expect(200);
        var (address, page) = await citizen.FollowAsync(new Uri(nodes.OriginOf("login"), "/keluar"));

        await citizen.SubmitAsync(address, page, "keluar", []);

        var began = System.Diagnostics.Stopwatch.StartNew();
        while ((await other.SendAsync(Here, HttpMethod.Get, "/permohonan", new Call { Cookie = cookie })).Status == 200)
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(5), "The other node still let the ended session in.");
    }

    [PostgreSqlFact]
    public async Task Who_is_removed_through_one_node_has_lost_access_at_both_within_five_seconds()
    {
        const string Officer = "petugas.dpmptsp.bukittinggi";
        var node = 0;
        using var browser = nodes.Open(() => node++ % 2);
        var person = nodes.People.Staff.Single(s => s.Username == Officer);
        await browser.SignInAsync(Here, Officer, nodes.People.Password, person.Totp, "/petugas");
        for (var n = 0; n < 4; n++) (await browser.GetAsync(Here, "/petugas")).Expect(200);
        await using var scope = nodes.Enter(0, "13.75");
        var admin = new StaffMember("test-admin", "Pengelola", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };
        var staff = (await scope.ServiceProvider.GetRequiredService<IUseCase<ListStaff, StaffList>>().HandleAsync(new ListStaff(admin), CancellationToken.None)).Value!;
        var sub = staff.Seats.Single(s => s is { Role: OfficerRole.Officer, Agency: "DPMPTSP" }).Sub;
        var theirs = staff.Seats.Where(s => s.Sub == sub).Select(s => s.Id).ToList();

        var reviewed = await scope.ServiceProvider.GetRequiredService<StaffDesk>().ReviewAsync(admin, [], theirs, CancellationToken.None);

        Assert.Equal([sub], reviewed.Value!.Removed);
        var cookie = browser.CookiesAt(Here);
        var began = System.Diagnostics.Stopwatch.StartNew();
        for (var refused = 0; refused < 2;)
        {
            // In turns: both nodes have to refuse, one after the other.
            refused = (await browser.SendAsync(Here, HttpMethod.Get, "/petugas", new Call { Cookie = cookie })).Status == 200 ? 0 : refused + 1;
            Assert.True(began.Elapsed < TimeSpan.FromSeconds(5), "A node still lets in who was removed.");
        }

        Assert.Null(await scope.ServiceProvider.GetRequiredService<StaffDirectory>().FindAsync(sub, CancellationToken.None));
    }

    [PostgreSqlFact]
    public async Task A_version_that_is_published_through_one_node_is_in_force_at_both_in_all_514_within_five_seconds()
    {
        const string Service = "BPJ-TK-01";
        var node = 0;
        using var reader = nodes.Open(() => node);
        await using var scope = nodes.Enter(0, "13.75");
        var definition = scope.ServiceProvider.GetRequiredService<IServiceCatalog>().Find(Service)!.Definition;
        var changed = JsonSerializer.SerializeToNode(definition with { NameId = "Terbit lewat satu simpul" }, DefinitionJson.Options);
        var saved = await RunAsync<SaveVersion, VersionSaved>(scope, new SaveVersion(Owner("owner-1"), Service, changed, Guid.NewGuid().ToString()));
        var release = await RunAsync<OpenRelease, ReleaseView>(scope, new OpenRelease(Owner("owner-1"), Service, saved.Version, Guid.NewGuid().ToString()));
        release = await RunAsync<MoveRelease, ReleaseView>(scope, new MoveRelease(Owner("owner-1"), release.Id, ReleaseAction.PublishToAll, [], [], release.Version));

        var began = System.Diagnostics.Stopwatch.StartNew();
        await RunAsync<MoveRelease, ReleaseView>(scope, new MoveRelease(Owner("owner-2"), release.Id, ReleaseAction.PublishToAll, [], [], release.Version));

        Assert.True(began.Elapsed < TimeSpan.FromSeconds(1), $"Publishing took {began.Elapsed}.");
        var regencies = scope.ServiceProvider.GetRequiredService<ITenantDirectory>().All;
        Assert.Equal(514, regencies.Count);
        foreach (var (at, regency) in new[] { 0, 1 }.SelectMany(n => regencies.Select(r => (n, r.Code.Value))))
        {
            await using var there = nodes.Enter(at, regency);
            while (there.ServiceProvider.GetRequiredService<IServiceCatalog>().Find(Service)!.Version != saved.Version)
            {
                Assert.True(began.Elapsed < TimeSpan.FromSeconds(5), $"Node {at} still has the old version in {regency}.");
                await Task.Yield();
            }
        }

        foreach (var (at, host) in new[] { (0, Here), (1, Here), (1, "padang") })
        {
            node = at;
            Assert.Equal(saved.Version, (await reader.GetAsync(host, $"/api/v1/services/{Service}")).Expect(200)["catalogVersion"].GetInt32());
        }
    }

    private static MinistryStaff Owner(string sub) => new(sub, "Pemilik katalog", [MinistryRole.CatalogOwner]) { HasFreshFactor = true };

    private static async Task<TResult> RunAsync<TInput, TResult>(AsyncServiceScope scope, TInput input)
    {
        var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
        Assert.True(outcome.Succeeded, outcome.Problem?.Code);
        return outcome.Value!;
    }

    private async Task SignInAsync(MppClient client, int position, string host = Here)
    {
        var citizen = nodes.People.Citizens.Where(c => c.Regency == Here).ElementAt(position);
        await client.SignInAsync(host, citizen.Nik, nodes.People.Password, null, "/permohonan");
    }

    private static string Cookies(string before, Answer answer)
    {
        var set = answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines.Select(l => l.Split(';')[0]).ToDictionary(c => c.Split('=')[0]) : [];
        return string.Join("; ", before.Split("; ").Select(c => set.GetValueOrDefault(c.Split('=')[0], c)));
    }
}
