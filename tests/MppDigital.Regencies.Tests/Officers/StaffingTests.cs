using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Officers;

/// <summary>Who gets a role, for how long, and how fast it is gone.</summary>
public sealed class StaffingTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly RegencyCode Here = TwoRegencies.Bukittinggi;

    private static int people;

    [Fact]
    public async Task Gives_a_role_to_the_one_person_who_takes_the_invitation()
    {
        var (admin, sub) = (await AdminAsync(), NewSub());
        var invited = await InviteAsync(admin, new SeatTerms("Rina Putri", OfficerRole.Officer, "DINKES"));
        Assert.False(invited.NeedsStrongFactor);
        Assert.Null(await FindAsync(sub));

        Assert.True((await TakeAsync(invited.Id, sub)).Succeeded);

        var staff = await FindAsync(sub);
        Assert.Equal(("Rina Putri", OfficerRole.Officer, "DINKES"), (staff!.Name, staff.Seats.Single().Role, staff.Seats.Single().Agency));
        Assert.True((await TakeAsync(invited.Id, sub)).Succeeded);
        Assert.Equal("unknown-invitation", (await TakeAsync(invited.Id, NewSub())).Problem?.Code);
        Assert.Equal("unknown-invitation", (await regencies.RunAsync<TakeSeat, SeatTaken>(TwoRegencies.Padang, new TakeSeat(invited.Id, NewSub()))).Problem?.Code);
        Assert.True((await InviteAsync(admin, new SeatTerms("Kepala Baru", OfficerRole.Head, ""))).NeedsStrongFactor);
    }

    [Fact]
    public async Task Counts_from_the_first_day_to_the_last_in_the_zone_of_the_regency()
    {
        var (admin, sub) = (await AdminAsync(), NewSub());
        var today = Today();
        var invited = await InviteAsync(admin, new SeatTerms("Plh Kepala", OfficerRole.Clerk, "DPMPTSP", today.AddDays(1), today.AddDays(2)));
        Assert.True((await TakeAsync(invited.Id, sub)).Succeeded);
        Assert.Null(await FindAsync(sub));

        AtNoon(today.AddDays(1));
        Assert.NotNull(await FindAsync(sub));
        AtNoon(today.AddDays(2));
        Assert.NotNull(await FindAsync(sub));
        AtNoon(today.AddDays(3));
        Assert.Null(await FindAsync(sub));
    }

    [Fact]
    public async Task Forgets_a_removed_person_at_once_here_and_within_5_seconds_on_every_other_node()
    {
        var (admin, sub) = (await AdminAsync(), NewSub());
        await TakeAsync((await InviteAsync(admin, new SeatTerms("Rina Putri", OfficerRole.Officer, "DINKES"))).Id, sub);
        await using var scope = regencies.Enter(Here);
        // Another node: the same database, a memory of its own.
        using var memory = new MemoryCache(new MemoryCacheOptions());
        var elsewhere = new StaffDirectory(scope.ServiceProvider.GetRequiredService<CurrentRegency>(), memory, regencies.Clock, scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>());
        Assert.NotNull(await elsewhere.FindAsync(sub, CancellationToken.None));
        Assert.NotNull(await FindAsync(sub));

        var reviewed = await ReviewAsync(admin, keep: [], remove: [await SeatOfAsync(admin, sub)]);

        Assert.Equal([sub], reviewed.Value!.Removed);
        Assert.Null(await FindAsync(sub));
        Assert.NotNull(await elsewhere.FindAsync(sub, CancellationToken.None));
        regencies.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await elsewhere.FindAsync(sub, CancellationToken.None));
    }

    [Fact]
    public async Task Asks_for_a_fresh_second_factor_before_roles_change_and_for_an_admin_before_anything()
    {
        var admin = await AdminAsync();
        var tired = admin with { HasFreshFactor = false };
        var seat = (await ListAsync(admin)).Seats[0];
        var invited = await InviteAsync(admin, new SeatTerms("Rina Putri", OfficerRole.Officer, "DINKES"));
        foreach (var (who, code) in ((StaffMember, string)[])[(tired, "step-up-required"), (new StaffMember("x", "X", [new OfficerSeat(OfficerRole.Head, "")]) { HasFreshFactor = true }, "admins-only")])
        {
            Assert.Equal(code, (await regencies.RunAsync<InviteStaff, InvitationMade>(Here, new InviteStaff(who, new SeatTerms("Rina Putri", OfficerRole.Officer, "DINKES")))).Problem?.Code);
            Assert.Equal(code, (await regencies.RunAsync<RenewInvitation, InvitationMade>(Here, new RenewInvitation(who, invited.Id))).Problem?.Code);
            Assert.Equal(code, (await regencies.RunAsync<WithdrawInvitation, InvitationMade>(Here, new WithdrawInvitation(who, invited.Id))).Problem?.Code);
            Assert.Equal(code, (await regencies.RunAsync<ChangeSeat, Done>(Here, new ChangeSeat(who, seat.Id, null, null, seat.Version))).Problem?.Code);
            Assert.Equal(code, (await ReviewAsync(who, keep: [], remove: [seat.Id])).Problem?.Code);
        }

        Assert.Equal("admins-only", (await regencies.RunAsync<ListStaff, StaffList>(Here, new ListStaff(new StaffMember("x", "X", [])))).Problem?.Code);
    }

    [Fact]
    public async Task Keeps_the_last_admin()
    {
        var admin = await AdminAsync();
        var admins = (await ListAsync(admin)).Seats.Where(s => s.Role == OfficerRole.Admin).ToList();
        var others = admins.Where(s => s.Sub != admin.Sub).Select(s => s.Id).ToList();
        if (others.Count > 0) Assert.True((await ReviewAsync(admin, keep: [], others)).Succeeded);
        var mine = admins.Single(s => s.Sub == admin.Sub);

        Assert.Equal("last-admin", (await ReviewAsync(admin, keep: [], [mine.Id])).Problem?.Code);
        Assert.Equal("last-admin", (await regencies.RunAsync<ChangeSeat, Done>(Here, new ChangeSeat(admin, mine.Id, Today().AddDays(3), null, mine.Version))).Problem?.Code);
        Assert.Equal("has-admin", (await regencies.RunAsync<InviteFirstAdmin, InvitationMade>(Here, new InviteFirstAdmin("Admin Kedua"))).Problem?.Code);
        Assert.Contains((await ListAsync(admin)).Seats, s => s.Id == mine.Id && s.IsInForce);

        var second = NewSub();
        await TakeAsync((await InviteAsync(admin, new SeatTerms("Admin Kedua", OfficerRole.Admin, ""))).Id, second);
        Assert.True((await ReviewAsync(admin, keep: [], [mine.Id])).Succeeded);
    }

    [Fact]
    public async Task Invites_a_first_admin_where_there_is_none()
    {
        var invited = await regencies.GetAsync<InviteFirstAdmin, InvitationMade>(TwoRegencies.Padang, new InviteFirstAdmin("Admin Padang"));

        Assert.True(invited.NeedsStrongFactor);
        Assert.Equal(OfficerRole.Admin, (await regencies.GetAsync<TakeSeat, SeatTaken>(TwoRegencies.Padang, new TakeSeat(invited.Id, NewSub()))).Role);
    }

    [Fact]
    public async Task Names_every_field_of_terms_that_cannot_be()
    {
        var admin = await AdminAsync();
        var today = Today();
        Assert.Equal(["/agency", "/name"], await FaultsAsync(admin, new SeatTerms(" ", OfficerRole.Officer, "")));
        Assert.Equal(["/agency"], await FaultsAsync(admin, new SeatTerms("Rina", OfficerRole.Officer, "KANTIN")));
        Assert.Equal(["/agency"], await FaultsAsync(admin, new SeatTerms("Rina", OfficerRole.Admin, "DINKES")));
        Assert.Equal(["/until"], await FaultsAsync(admin, new SeatTerms("Rina", OfficerRole.Head, "", Until: today.AddDays(-1))));
        Assert.Equal(["/until"], await FaultsAsync(admin, new SeatTerms("Rina", OfficerRole.Head, "", today.AddDays(5), today.AddDays(4))));
        var clerk = NewSub();
        await TakeAsync((await InviteAsync(admin, new SeatTerms("Rina Putri", OfficerRole.Clerk, "DPMPTSP"))).Id, clerk);
        var seat = await SeatOfAsync(admin, clerk);
        Assert.Equal(["/until"], await FaultsAsync(admin, new SeatTerms("Rina", OfficerRole.Clerk, "DPMPTSP", SubstituteFor: seat)));
        Assert.Equal(["/substituteFor"], await FaultsAsync(admin, new SeatTerms("Rina", OfficerRole.Head, "", Until: today.AddDays(4), SubstituteFor: seat)));
        var stand = NewSub();
        await TakeAsync((await InviteAsync(admin, new SeatTerms("Plh Rina", OfficerRole.Clerk, "DPMPTSP", Until: today.AddDays(4), SubstituteFor: seat))).Id, stand);
        Assert.Equal("Rina Putri", (await ListAsync(admin)).Seats.Single(s => s.Sub == stand).SubstituteFor);
    }

    [Fact]
    public async Task Records_invitation_acceptance_change_review_and_removal_in_an_unbroken_chain()
    {
        var (admin, sub) = (await AdminAsync(), NewSub());
        var invited = await InviteAsync(admin, new SeatTerms("Rina Putri", OfficerRole.Officer, "DINKES"));
        await TakeAsync(invited.Id, sub);
        var seat = (await ListAsync(admin)).Seats.Single(s => s.Sub == sub);
        Assert.Equal("seat-changed", (await regencies.RunAsync<ChangeSeat, Done>(Here, new ChangeSeat(admin, seat.Id, null, Today().AddDays(30), seat.Version + 7))).Problem?.Code);
        await regencies.GetAsync<ChangeSeat, Done>(Here, new ChangeSeat(admin, seat.Id, null, Today().AddDays(30), seat.Version));
        Assert.Equal(1, (await ReviewAsync(admin, [seat.Id], [])).Value!.Kept);
        Assert.NotNull((await ListAsync(admin)).Seats.Single(s => s.Sub == sub).ReviewedAt);
        await ReviewAsync(admin, [], [seat.Id]);
        var taken = await InviteAsync(admin, new SeatTerms("Salah Orang", OfficerRole.Officer, "DINKES"));
        await regencies.GetAsync<WithdrawInvitation, InvitationMade>(Here, new WithdrawInvitation(admin, taken.Id));
        Assert.Equal("unknown-invitation", (await TakeAsync(taken.Id, NewSub())).Problem?.Code);

        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var told = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Subject == sub || r.Subject == $"{invited.Id:N}" || r.Subject == $"{taken.Id:N}").OrderBy(r => r.Sequence).ToListAsync();
        Assert.Equal(["staff-invited", "staff-accepted", "staff-changed", "staff-kept", "staff-removed", "staff-invited", "staff-invitation-withdrawn"], told.Select(r => r.Action));
        Assert.DoesNotContain(told, r => r.Detail.Contains("Rina", StringComparison.Ordinal) || r.Subject.Contains("Rina", StringComparison.Ordinal));
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, CancellationToken.None));
    }

    [Fact]
    public async Task Does_not_let_two_admins_remove_each_other_at_once()
    {
        var first = await AdminAsync();
        var second = NewSub();
        await TakeAsync((await InviteAsync(first, new SeatTerms("Admin Kedua", OfficerRole.Admin, ""))).Id, second);
        var other = (await FindAsync(second))! with { HasFreshFactor = true };
        var seats = (await ListAsync(first)).Seats.Where(s => s.Role == OfficerRole.Admin).ToList();
        var rest = seats.Where(s => s.Sub != first.Sub && s.Sub != second).Select(s => s.Id).ToList();
        if (rest.Count > 0) await ReviewAsync(first, [], rest);

        var outcomes = await Task.WhenAll(
            ReviewAsync(first, [], [seats.Single(s => s.Sub == second).Id]),
            ReviewAsync(other, [], [seats.Single(s => s.Sub == first.Sub).Id]));

        Assert.Single(outcomes, o => o.Problem?.Code == "last-admin");
        await using var scope = regencies.Enter(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Officers.CountAsync(o => o.Role == OfficerRole.Admin));
    }

    /// <summary>An admin of Bukittinggi, in force whatever other tests have done.</summary>
    private async Task<StaffMember> AdminAsync()
    {
        var sub = NewSub();
        await regencies.GetAsync<SeatOfficers, Done>(Here, new SeatOfficers([new SeatedPerson(sub, "Admin Kota", OfficerRole.Admin, "")]));
        return (await FindAsync(sub))! with { HasFreshFactor = true };
    }

    private async Task<StaffMember?> FindAsync(string sub)
    {
        await using var scope = regencies.Enter(Here);
        return await scope.ServiceProvider.GetRequiredService<StaffDirectory>().FindAsync(sub, CancellationToken.None);
    }

    private Task<InvitationMade> InviteAsync(StaffMember admin, SeatTerms terms) => regencies.GetAsync<InviteStaff, InvitationMade>(Here, new InviteStaff(admin, terms));

    private Task<Outcome<SeatTaken>> TakeAsync(Guid invitation, string sub) => regencies.RunAsync<TakeSeat, SeatTaken>(Here, new TakeSeat(invitation, sub));

    private Task<Outcome<StaffReviewed>> ReviewAsync(StaffMember admin, IReadOnlyCollection<Guid> keep, IReadOnlyCollection<Guid> remove) =>
        regencies.RunAsync<ReviewStaff, StaffReviewed>(Here, new ReviewStaff(admin, keep, remove));

    private Task<StaffList> ListAsync(StaffMember admin) => regencies.GetAsync<ListStaff, StaffList>(Here, new ListStaff(admin));

    private async Task<Guid> SeatOfAsync(StaffMember admin, string sub) => (await ListAsync(admin)).Seats.Single(s => s.Sub == sub).Id;

    private async Task<IEnumerable<string>> FaultsAsync(StaffMember admin, SeatTerms terms) =>
        (await regencies.RunAsync<InviteStaff, InvitationMade>(Here, new InviteStaff(admin, terms))).Problem!.Errors.Keys.Order(StringComparer.Ordinal);

    private DateOnly Today() => DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7));

    /// <summary>Far enough from what was remembered, too.</summary>
    private void AtNoon(DateOnly day) => regencies.Clock.AdvanceTo(day.ToDateTime(new TimeOnly(5, 0), DateTimeKind.Utc));

    private static string NewSub() => $"sub-{Interlocked.Increment(ref people):0000}";
}
