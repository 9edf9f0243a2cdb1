using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Tests.Documents.Registers;
using MppDigital.Testing.Databases;
using Xunit.Abstractions;

namespace MppDigital.Regencies.Tests.LifeEvents;

/// <summary>One form, one number and one secret for several services, each with a clock and a decision of its own.</summary>
public sealed class LifeEventTests(TwoRegencies regencies, ITestOutputHelper output) : IClassFixture<TwoRegencies>
{
    private readonly Births births = new(regencies);
    private readonly CivilOffice office = new(regencies);

    [Fact]
    public async Task Asks_each_answer_and_each_paper_once()
    {
        var citizen = Births.Citizen(20);
        var together = (await births.FormAsync(citizen, childCard: true)).Form;
        var alone = new List<PreparedForm>();
        foreach (var service in (string[])[Births.Certificate, Births.FamilyCard, Births.ChildCard]) alone.Add(await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Bukittinggi, new PrepareForm(citizen, service)));

        int Asked(PreparedForm form) => form.Service.FormFields.Count(f => form.Held.ValueFor(f) is null);
        var (fields, single) = (together.Service.FormFields.Count, alone.Sum(f => f.Service.FormFields.Count));
        output.WriteLine($"fields {fields} in one form, {single} in three; typed {Asked(together)} against {alone.Sum(Asked)}; files {together.ToUpload.Count} against {alone.Sum(f => f.ToUpload.Count)}");

        Assert.Equal(together.Service.FormFields.Select(f => f.Name).Distinct().Count(), fields);
        Assert.True(fields <= single - 12, $"{fields} of {single}");
        Assert.True(together.ToUpload.Count < alone.Sum(f => f.ToUpload.Count));
        // What only the certificate will tell is asked of nobody.
        Assert.DoesNotContain(together.Service.FormFields, f => f.Name is "nik_anak" or "perubahan");
        Assert.DoesNotContain(together.Service.Requirements, r => r.Code is "akl" or "bukti_ubah" or "foto");
    }

    [Fact]
    public async Task Files_three_applications_under_one_number_and_one_secret()
    {
        var citizen = Births.Citizen(21);
        var receipt = await births.FiledAsync(citizen);

        Assert.Equal([Births.Certificate, Births.FamilyCard, Births.ChildCard], receipt.Applications.Select(a => a.Service));
        var numbers = receipt.Applications.Select(a => a.Number).Prepend(receipt.Number).Select(Births.SequenceOf).ToList();
        Assert.Equal(Enumerable.Range(numbers[0], 4), numbers);
        Assert.Equal("submitted", (await births.ReadAsync(citizen, receipt.Number)).Status);
        var card = await births.ReadOneAsync(citizen, receipt.Applications[1].Number);
        Assert.Equal("tambah_anggota", card.Data.GetProperty("perubahan")[0].GetString());
        // A child that the family already has is not mistaken for the one that was born.
        Assert.False((await births.ReadOneAsync(citizen, receipt.Applications[2].Number)).Data.TryGetProperty("nik_anak", out _));

        var tracked = await regencies.GetAsync<TrackLifeEvent, LifeEventView>(TwoRegencies.Bukittinggi, new TrackLifeEvent(receipt.Number, receipt.Secret));
        Assert.Equal(3, tracked.Applications.Count);
        await regencies.GetAsync<TrackApplication, TrackedApplication>(TwoRegencies.Bukittinggi, new TrackApplication(receipt.Applications[2].Number, receipt.Secret));
        Assert.Equal("unknown-number-or-secret", (await regencies.RunAsync<TrackLifeEvent, LifeEventView>(TwoRegencies.Bukittinggi, new TrackLifeEvent(receipt.Number, "0000 0000 0000"))).Problem?.Code);
        Assert.Equal("unknown-application", (await regencies.RunAsync<TrackLifeEvent, LifeEventView>(TwoRegencies.Padang, new TrackLifeEvent(receipt.Number, receipt.Secret))).Problem?.Code);
        Assert.Equal("unknown-application", (await regencies.RunAsync<ReadLifeEventFiling, LifeEventView>(TwoRegencies.Bukittinggi, new ReadLifeEventFiling("somebody-else", receipt.Number))).Problem?.Code);
    }

    [Fact]
    public async Task Leaves_out_what_the_citizen_does_not_want()
    {
        var filed = await births.SubmitAsync(await births.FilingAsync(Births.Citizen(22), childCard: false));

        Assert.Equal([Births.Certificate, Births.FamilyCard], filed.Value!.Applications.Select(a => a.Service));
    }

    [Fact]
    public async Task The_same_key_files_once_also_when_it_is_sent_twice_at_once()
    {
        var citizen = Births.Citizen(23);
        var filing = await births.FilingAsync(citizen);
        var before = await CountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => births.SubmitAsync(filing)));

        Assert.Single(answers.Select(a => a.Value!.Number + a.Value.Secret).Distinct());
        Assert.Equal((before.Filings + 1, before.Applications + 3), await CountAsync());
        var other = filing with { Data = JsonSerializer.SerializeToElement(new Dictionary<string, bool> { ["perlu_kia"] = false }) };
        Assert.Equal("idempotency-key-reused", (await births.SubmitAsync(other)).Problem?.Code);
    }

    [Fact]
    public async Task Names_every_fault_at_the_field_of_the_common_form_and_stores_nothing()
    {
        var citizen = Births.Citizen(24);
        var good = await births.FilingAsync(citizen);
        var before = await CountAsync();
        var answers = JsonNode.Parse(good.Data.GetRawText())!.AsObject();
        answers["nama_anak"] = "Aisyah";
        answers["tgl_lahir_anak"] = "2031-01-01";
        answers["nik_anak"] = "1375014101909901";
        answers.Remove("perlu_kia");

        var refused = await births.SubmitAsync(good with { IdempotencyKey = "other-key", Data = JsonSerializer.SerializeToElement(answers), Documents = [.. good.Documents.Skip(1)] });

        Assert.Equal(["/data/nama_anak", "/data/nik_anak", "/data/perlu_kia", "/data/tgl_lahir_anak", $"/documents/{good.Documents[0].Requirement}"], refused.Problem!.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task The_card_of_the_child_waits_for_the_certificate_and_has_its_own_clock_then()
    {
        var citizen = Births.Citizen(25);
        var receipt = await births.FiledAsync(citizen);
        var (certificate, card) = (receipt.Applications[0].Number, receipt.Applications[2].Number);
        // A day without the certificate is no fault of whoever makes the card.
        regencies.Clock.Advance(TimeSpan.FromDays(4));
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.GrantDue);
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.LifeEvents);
        var waiting = (await births.ReadAsync(citizen, receipt.Number)).Applications[2];
        Assert.Equal([Births.Certificate], waiting.WaitsFor);
        Assert.Equal((null, "submitted"), (waiting.CompleteAt, waiting.Status));
        Assert.Equal(["submitted"], (await births.ReadOneAsync(citizen, card)).Timeline.Select(t => t.Kind));

        await office.ApproveAsync(citizen, certificate);
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.LifeEvents);
        // Approved is not there yet: the civil register has still to make it.
        Assert.Equal([Births.Certificate], (await births.ReadAsync(citizen, receipt.Number)).Applications[2].WaitsFor);
        Assert.Empty(await office.DrainAsync(times: 1));
        await office.DrainAsync(DocumentIssued.Kind);

        var began = (await births.ReadAsync(citizen, receipt.Number)).Applications[2];
        Assert.Equal((0, regencies.Clock.UtcNow), (began.WaitsFor.Count, began.CompleteAt!.Value.UtcDateTime));
        Assert.Equal(certificate, (await births.ReadOneAsync(citizen, card)).Evidence.Single(e => e.Requirement == "akl").ConfirmedBy);
        var view = await births.ReadAsync(citizen, receipt.Number);
        Assert.Equal(("in-review", "issued"), (view.Status, view.Applications[0].Status));
        Assert.NotEqual(view.Applications[0].DueOn, view.Applications[2].DueOn);
        // The number that the register gave the child is in both, and nobody typed it.
        var child = (await births.ReadOneAsync(citizen, card)).Data.GetProperty("nik_anak").GetString()!;
        Assert.Null(Nik.FaultOf(child, DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7))));
        var family = await births.ReadOneAsync(citizen, receipt.Applications[1].Number);
        Assert.Equal((child, "Anak"), (family.Data.GetProperty("anggota_baru")[0].GetProperty("nik").GetString(), family.Data.GetProperty("anggota_baru")[0].GetProperty("relation").GetString()));
        Assert.Contains("informed", family.Timeline.Select(t => t.Kind));
        await IssueAsync(citizen, family.Number);
        await IssueAsync(citizen, card);
    }

    [Fact]
    public async Task Where_the_certificate_comes_to_nothing_the_office_has_its_day_for_the_others()
    {
        var citizen = Births.Citizen(26);
        var receipt = await births.FiledAsync(citizen);
        await regencies.GetAsync<WithdrawApplication, ApplicationView>(TwoRegencies.Bukittinggi, new WithdrawApplication(citizen.Sub, receipt.Applications[0].Number));

        await regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.LifeEvents);

        var view = await births.ReadAsync(citizen, receipt.Number);
        Assert.Equal(("submitted", "withdrawn"), (view.Status, view.Applications[0].Status));
        Assert.All(view.Applications.Skip(1), line => Assert.Equal((0, null, "submitted"), (line.WaitsFor.Count, line.CompleteAt, line.Status)));
        Assert.All(await DeclareByAsync(receipt), until => Assert.NotNull(until));
    }

    [Fact]
    public async Task Withdraws_all_that_nobody_decided_and_leaves_what_was()
    {
        var citizen = Births.Citizen(27);
        var receipt = await births.FiledAsync(citizen);
        await IssueAsync(citizen, receipt.Applications[0].Number);

        var view = await regencies.GetAsync<WithdrawLifeEvent, LifeEventView>(TwoRegencies.Bukittinggi, new WithdrawLifeEvent(citizen.Sub, receipt.Number));

        Assert.Equal(["issued", "withdrawn", "withdrawn"], view.Applications.Select(a => a.Status));
        Assert.Equal("issued", view.Status);
        Assert.Equal("illegal-transition", (await regencies.RunAsync<WithdrawLifeEvent, LifeEventView>(TwoRegencies.Bukittinggi, new WithdrawLifeEvent(citizen.Sub, receipt.Number))).Problem?.Code);
        Assert.Equal("unknown-application", (await regencies.RunAsync<WithdrawLifeEvent, LifeEventView>(TwoRegencies.Bukittinggi, new WithdrawLifeEvent("somebody-else", receipt.Number))).Problem?.Code);
    }

    private async Task IssueAsync(Applicant citizen, string number)
    {
        await office.ApproveAsync(citizen, number);
        Assert.Empty(await office.DrainAsync(times: 1));
        Assert.Equal("issued", (await births.ReadOneAsync(citizen, number)).Status);
    }

    private async Task<(int Filings, int Applications)> CountAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return (await db.LifeEventFilings.CountAsync(), await db.Applications.CountAsync());
    }

    private async Task<IReadOnlyList<DateTime?>> DeclareByAsync(LifeEventReceipt receipt)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var waiting = receipt.Applications.Skip(1).Select(a => a.Number).ToList();
        return await db.Applications.AsNoTracking().Where(a => waiting.Contains(a.Number)).Select(a => a.DeclareBy).ToListAsync();
    }
}
