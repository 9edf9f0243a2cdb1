using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National;
using MppDigital.National.Ministry;
using MppDigital.National.Voice;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

/// <summary>Complaints on real databases: who may know whom, what the days do, what the ministry learns, what is refused.</summary>
public sealed partial class ComplaintFlowTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Name = "Zulkarnain Tanjungpura";
    private const string Contact = "+6281377779999";
    private const string Sub = "sub-zulkarnain-4711";

    private static readonly StaffMember Clerk = new("clerk-1", "Dewi", [new OfficerSeat(OfficerRole.Clerk, "DPMPTSP")]);
    private static readonly StaffMember Officer = new("officer-1", "Rina", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]);
    private static readonly StaffMember Accused = new("officer-2", "Budi", [new OfficerSeat(OfficerRole.Officer, "DUKCAPIL")]);
    private static readonly StaffMember Head = new("head-1", "Hadi", [new OfficerSeat(OfficerRole.Head, "")]);
    private static readonly MinistryStaff Ministry = new("pusat-1", "Ayu", [MinistryRole.Analyst]);

    [Fact]
    public async Task Somebody_anonymous_leaves_no_trace()
    {
        var photo = Photo();
        const string Shy = "sub-siapa-pun-0815";
        var receipt = await FileAsync(ComplainantKind.Anonymous, files: [new MemoryStream(photo)], sub: Shy);
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        var stored = await db.Complaints.AsNoTracking().Include(c => c.Files).SingleAsync(c => c.Number == receipt.Number);
        var secrets = scope.ServiceProvider.GetRequiredService<RegencySecrets>();

        Assert.Empty(stored.Complainant);
        Assert.Empty(stored.SubLookup);
        Assert.Empty(await db.IdempotencyKeys.AsNoTracking().Where(k => k.Sub == Shy).ToListAsync());
        Assert.All(await db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == receipt.Number).ToListAsync(), a => Assert.Equal("citizen", a.Actor));
        // The camera's own words are gone from the photo, the picture is not.
        var kept = await scope.ServiceProvider.GetRequiredService<EvidenceStore>().ReadAsync(Assert.Single(stored.Files), default);
        Assert.Contains("GPS", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal("complainant-hidden", (await regencies.RunAsync<RevealComplainant, ShownComplainant>(TwoRegencies.Bukittinggi, new RevealComplainant(Head, receipt.Number))).Problem?.Code);
        // Every byte of every database and file, encrypted or not.
        foreach (var path in Directory.EnumerateFiles(regencies.DataPath, "*", SearchOption.AllDirectories))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await file.CopyToAsync(all);
            var text = Encoding.Latin1.GetString(all.ToArray());
            foreach (var trace in (string[])[Name, Contact, Shy, secrets.SubjectLookup(Shy)]) Assert.False(text.Contains(trace, StringComparison.Ordinal), $"{trace} stands in {Path.GetFileName(path)}");
        }
    }

    [Fact]
    public async Task Who_complained_is_shown_to_whom_it_was_meant_and_never_to_the_agency_complained_about()
    {
        var named = await FileAsync(ComplainantKind.Named, agency: "DUKCAPIL");
        var hidden = await FileAsync(ComplainantKind.Hidden, agency: "DUKCAPIL");

        async Task<string> Seen(StaffMember staff, string number) => (await regencies.RunAsync<RevealComplainant, ShownComplainant>(TwoRegencies.Bukittinggi, new RevealComplainant(staff, number))) is { Succeeded: true } shown ? shown.Value!.Name : "-";
        Assert.Equal((Name, Name, "-"), (await Seen(Officer, named.Number), await Seen(Head, named.Number), await Seen(Accused, named.Number)));
        Assert.Equal(("-", Name, "-"), (await Seen(Officer, hidden.Number), await Seen(Head, hidden.Number), await Seen(Accused, hidden.Number)));
        // Given to that agency it sees what was said, still not by whom.
        await MoveAsync(Officer, named.Number, ComplaintMove.Triage, ComplaintClass.Service);
        Assert.Equal("unknown-complaint", (await regencies.RunAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(Accused, named.Number))).Problem?.Code);
        await MoveAsync(Officer, named.Number, ComplaintMove.Assign, agency: "DUKCAPIL");
        var sheet = await regencies.GetAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(Accused, named.Number));
        Assert.Equal([ComplaintMove.Assign, ComplaintMove.Answer], sheet.Moves);
        Assert.False(sheet.MayAskWho);
        Assert.Equal("-", await Seen(Accused, named.Number));
        // What has to be inspected never goes there.
        await MoveAsync(Officer, hidden.Number, ComplaintMove.Triage, ComplaintClass.Conduct);
        Assert.Equal("not-to-the-accused", (await TryMoveAsync(Officer, hidden.Number, ComplaintMove.Assign, agency: "DUKCAPIL")).Problem?.Code);
    }

    [Fact]
    public async Task What_is_late_goes_to_the_head_then_the_ministry_which_instructs_and_learns_no_person()
    {
        var receipt = await FileAsync(ComplainantKind.Named, agency: "DUKCAPIL");
        Assert.Equal(new DateOnly(2026, 11, 24), receipt.CheckedBy);
        regencies.Clock.Advance(TimeSpan.FromDays(40));
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, EscalateComplaints.TaskKind);
        var view = await LookAsync(receipt);
        Assert.Equal(["received", "escalated-head", "escalated-ministry"], view.Timeline.Select(t => t.Kind));
        // Each at the midnight at which it happened, however late the walk came.
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.FromHours(7)), view.Timeline[1].At);

        await DrainAsync();
        var row = Assert.Single((await regencies.GetAsync<ListEscalated, IReadOnlyList<EscalatedRow>>(TwoRegencies.Bukittinggi, new ListEscalated(Ministry))), r => r.Number == receipt.Number);
        Assert.Equal(("", "service", "at-ministry"), (row.Summary, row.Class, row.State));
        await MoveAsync(Head, receipt.Number, ComplaintMove.Summarise, text: "Loket tutup sebelum waktunya dua kali.");
        await DrainAsync();
        var by = new DateOnly(2027, 1, 8);
        var instructed = await regencies.GetAsync<InstructComplaint, EscalatedRow>(TwoRegencies.Bukittinggi, new InstructComplaint(Ministry, receipt.Number, by, "Buka loket menurut jam yang diumumkan dan jawab pelapor."));
        Assert.Equal("Loket tutup sebelum waktunya dua kali.", instructed.Summary);
        for (var twice = 0; twice < 2; twice++) await regencies.VisitAsync(TwoRegencies.Bukittinggi, EscalateComplaints.TaskKind);
        view = await LookAsync(receipt);
        Assert.Equal((by, 1), (view.InstructedBy, view.Timeline.Count(t => t.Kind == "instructed")));

        await MoveAsync(Head, receipt.Number, ComplaintMove.Answer, text: "Loket buka sampai pukul 15.00 mulai Senin; petugas pengganti sudah ditunjuk.");
        await DrainAsync();
        regencies.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(("closed", "silence"), ((await LookAsync(receipt)).Status, (await LookAsync(receipt)).Closing));
        await DrainAsync();
        Assert.DoesNotContain((await regencies.GetAsync<ListEscalated, IReadOnlyList<EscalatedRow>>(TwoRegencies.Bukittinggi, new ListEscalated(Ministry))), r => r.Number == receipt.Number);
        // Of two steps in one breath the last is news, and what was answered is none any more when it is closed.
        await DrainAsync(ComplaintNews.PayloadKind);
        Assert.Equal(["ComplaintReceived", "ComplaintEscalated", "ComplaintClosed"], (await ToldAsync(receipt.Number)).Select(t => t.Message.Event.ToString()));

        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, default));
        var actions = await db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == receipt.Number).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync();
        Assert.Equal(view.Timeline.Select(t => $"complaint-{t.Kind}").Append("complaint-summarised").Append("complaint-answered").Append("complaint-closed").Order(), actions.Order());
        await using var national = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<NationalDbContext>>().CreateDbContextAsync();
        Assert.Null(await AuditTrail.FirstBrokenAsync(national, default));
    }

    [Fact]
    public async Task Forged_secrets_wrong_evidence_and_empty_words_are_refused()
    {
        var receipt = await FileAsync(ComplainantKind.Hidden);
        Assert.Equal("unknown-number-or-secret", (await TryLookAsync(receipt.Number, "000000000000")).Problem?.Code);
        // Another regency has neither number nor key.
        Assert.Equal("unknown-number-or-secret", (await regencies.RunAsync<LookUpComplaint, ComplaintView>(TwoRegencies.Padang, new LookUpComplaint(receipt.Number, receipt.Secret))).Problem?.Code);
        await LookAsync(receipt);
        for (var guess = 0; guess < 10; guess++) await TryLookAsync(receipt.Number, $"{guess:000000000000}");
        Assert.Equal("too-many-tries", (await TryLookAsync(receipt.Number, receipt.Secret)).Problem?.Code);
        regencies.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(receipt);

        using var program = new MemoryStream("#!/bin/sh\nrm -rf /\n"u8.ToArray());
        Assert.Equal(("file-type", "/file"), (await regencies.RunAsync<AddEvidence, ComplaintView>(TwoRegencies.Bukittinggi, new AddEvidence(receipt.Number, receipt.Secret, program))) is { Problem: { } wrong } ? (wrong.Code, wrong.Errors.Keys.Single()) : default);
        var empty = await regencies.RunAsync<FileComplaint, ComplaintReceipt>(
            TwoRegencies.Bukittinggi, new FileComplaint("kunci-kosong-1", ComplaintClass.Service, ComplaintAbout.Application, "1375", "TIDAK-ADA", "a", "b", ComplainantKind.Named, "", "", null, []));
        Assert.Equal(["/agency", "/contact", "/name", "/text", "/title", "/which"], empty.Problem!.Errors.Keys.Order());
        Assert.Equal("illegal-transition", (await regencies.RunAsync<AnswerBack, ComplaintView>(TwoRegencies.Bukittinggi, new AnswerBack(receipt.Number, receipt.Secret, ComplaintMove.Accept, ""))).Problem?.Code);
        // The same call again is the same complaint; the same key for something else is refused.
        var key = Guid.NewGuid().ToString("N");
        var (first, again) = (await FileAsync(ComplainantKind.Anonymous, key: key), await FileAsync(ComplainantKind.Anonymous, key: key));
        Assert.Equal((first.Number, first.Secret), (again.Number, again.Secret));
    }

    private Task<ComplaintReceipt> FileAsync(ComplainantKind who, string agency = "", IReadOnlyList<Stream>? files = null, string? key = null, string sub = Sub) => regencies.GetAsync<FileComplaint, ComplaintReceipt>(
        TwoRegencies.Bukittinggi,
        new FileComplaint(key ?? Guid.NewGuid().ToString("N"), ComplaintClass.Service, ComplaintAbout.Counter, "Loket 3", agency, "Loket tutup sebelum waktunya", "Saya datang pukul 14.00 dan loket sudah tutup tanpa pengumuman.", who, Name, Contact, sub, files ?? []));

    private Task<ComplaintView> LookAsync(ComplaintReceipt receipt) => regencies.GetAsync<LookUpComplaint, ComplaintView>(TwoRegencies.Bukittinggi, new LookUpComplaint(receipt.Number, receipt.Secret));

    private Task<Outcome<ComplaintView>> TryLookAsync(string number, string secret) => regencies.RunAsync<LookUpComplaint, ComplaintView>(TwoRegencies.Bukittinggi, new LookUpComplaint(number, secret));

    private async Task MoveAsync(StaffMember staff, string number, ComplaintMove move, ComplaintClass? kind = null, string agency = "", string text = "")
    {
        var moved = await TryMoveAsync(staff, number, move, kind, agency, text);
        Assert.True(moved.Succeeded, moved.Problem?.Code);
    }

    private async Task<Outcome<ComplaintSheet>> TryMoveAsync(StaffMember staff, string number, ComplaintMove move, ComplaintClass? kind = null, string agency = "", string text = "")
    {
        var sheet = await regencies.GetAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(staff, number));
        return await regencies.RunAsync<MoveComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new MoveComplaint(staff, number, sheet.Version, move, kind, agency, text));
    }

    private async Task DrainAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        foreach (var payload in await db.Outbox.AsNoTracking().Where(o => o.Kind == SendEscalated.PayloadKind).Select(o => o.Payload).Distinct().ToListAsync())
        {
            foreach (var handler in scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == SendEscalated.PayloadKind)) await handler.HandleAsync(payload, CancellationToken.None);
        }
    }

    private static Task<RegencyDbContext> ContextAsync(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();

    /// <summary>A photo in whose Exif segment a camera wrote where it was taken.</summary>
    private static byte[] Photo()
    {
        var jpeg = SampleFiles.Jpeg();
        byte[] exif = [0xFF, 0xE1, 0x00, 0x14, .. "Exif\0\0GPS -0.30 10"u8];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
