using Microsoft.EntityFrameworkCore;
using MppDigital.National.Verification;
using MppDigital.Platform.Audit;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Testing;
using MppDigital.Testing.Databases;
using MppDigital.Testing.Readers;

namespace MppDigital.Regencies.Tests.Documents.Signing;

/// <summary>Officials sign what they decided, through BSrE: each document once, under the number that it had, and only with a signature that holds.</summary>
public sealed class SigningQueueTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>, IAsyncLifetime
{
    private readonly SigningRoom room = new(regencies);

    public Task InitializeAsync() => room.OpenAsync();

    public Task DisposeAsync() => room.SwitchAsync("answer");

    [ReadersFact]
    public async Task A_decision_brings_no_document_until_its_signer_has_signed_and_then_one()
    {
        await SqlAsync("DELETE FROM signer_certificates");
        var (citizen, number) = await room.DecidedAsync(20);
        var before = await room.DocumentsAsync();
        Assert.Equal(("approved", false), await StandAsync(citizen, number));
        var mine = (await room.QueueAsync()).Items.Where(i => i.Application == number).ToList();
        Assert.Equal("awaiting-signature", Assert.Single(mine).State);

        Assert.Empty((await room.QueueAsync(SigningRoom.Stranger)).Items);
        Assert.Equal("unknown-signature-order", await room.RefusalAsync(mine, staff: SigningRoom.Stranger));
        Assert.Equal("step-up-required", await room.RefusalAsync(mine, staff: SigningRoom.Signer with { HasFreshFactor = false }));
        Assert.Equal("no-signing-certificate", await room.RefusalAsync(mine, staff: SigningRoom.Signer));
        Assert.Equal("step-up-required", (await room.EnrolAsync(0, SigningRoom.Signer with { HasFreshFactor = false })).Problem?.Code);
        Assert.Equal("another-signer", (await room.EnrolAsync(1)).Problem?.Code);
        Assert.Equal(("valid", false), (await room.EnrolAsync(0)).Value is { } own ? (own.Status, own.EndsSoon) : default);

        foreach (var wrong in (string[])["", new string('x', 201)]) Assert.Equal("/passphrase", (await room.SignAsync(mine, wrong)).Problem?.Errors.Single().Key);
        for (var i = 0; i < SignerCertificate.MostTries; i++) Assert.Equal("wrong-passphrase", await room.RefusalAsync(mine, "salah"));
        Assert.Equal("too-many-passphrases", await room.RefusalAsync(mine));
        regencies.Clock.Advance(SignerCertificate.Pause);
        Assert.Equal(before, await room.DocumentsAsync());

        var signed = await Task.WhenAll(room.SignAsync(mine), room.SignAsync(mine));
        Assert.Contains(signed, s => s.Succeeded && s.Value.Single().Problem is null);
        // Sending it again signs nothing and says that it is done.
        Assert.Null(Assert.Single((await room.SignAsync(mine)).Value!).Problem);

        Assert.Equal((before + 1, ("issued", true)), (await room.DocumentsAsync(), await StandAsync(citizen, number)));
        using var folder = new TempDirectory();
        await File.WriteAllBytesAsync(folder["kartu.pdf"], (await regencies.GetAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, number))).Content);
        var found = await Poppler.SignaturesOfAsync(folder["kartu.pdf"]);
        Assert.Contains("Signature is Valid.", found, StringComparison.Ordinal);
        Assert.Contains("Common Name: RINA MARLINA", found, StringComparison.Ordinal);
        Assert.Contains($"Nomor {mine[0].Number}", await Poppler.TextOfAsync(folder["kartu.pdf"]), StringComparison.Ordinal);
        await room.Office.DrainAsync(RegisterDocument.Kind, 1);
        var check = await regencies.GetAsync<VerifyDocument, DocumentCheck>(TwoRegencies.Bukittinggi, new VerifyDocument(await CodeAsync(number)));
        Assert.Equal((SigningRoom.Signer.Name, (await room.QueueAsync()).Certificate!.Serial), (check.Document!.Signature!.By, check.Document.Signature.CertificateSerial));
        Assert.Null(await room.Office.QueryAsync((db, _) => AuditTrail.FirstBrokenAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task What_somebody_decided_who_has_left_is_signed_by_whoever_may_decide_in_their_place()
    {
        var (citizen, number) = await room.DecidedAsync(26);
        await room.NameAsync(10, "DEDI SAPUTRA");
        Assert.True((await room.EnrolAsync(10, SigningRoom.Stranger)).Succeeded);
        Assert.DoesNotContain((await room.QueueAsync(SigningRoom.Stranger)).Items, i => i.Application == number);

        await SqlAsync("UPDATE officers SET \"Until\" = '2020-01-01' WHERE \"Sub\" = 'signer-1'");
        try
        {
            var left = (await room.QueueAsync(SigningRoom.Stranger)).Items.Where(i => i.Application == number).ToList();
            Assert.Empty((await room.QueueAsync(SigningRoom.Admin)).Items);
            Assert.NotEmpty(left);
            // The notice on the inbox counts what the list shows, without reading it.
            foreach (var staff in (StaffMember[])[SigningRoom.Stranger, SigningRoom.Signer, SigningRoom.Admin]) Assert.Equal((await room.WaitingAsync(staff)).Listed, (await room.WaitingAsync(staff)).Counted);
            Assert.Equal("unknown-signature-order", await room.RefusalAsync(left, staff: SigningRoom.Admin));

            Assert.Null(Assert.Single((await room.SignAsync(left, staff: SigningRoom.Stranger)).Value!).Problem);
        }
        finally
        {
            await SqlAsync("UPDATE officers SET \"Until\" = NULL WHERE \"Sub\" = 'signer-1'");
            await SqlAsync("DELETE FROM signer_certificates WHERE \"Sub\" = 'signer-2'");
        }

        Assert.Equal(("issued", true), await StandAsync(citizen, number));
        await room.Office.DrainAsync(RegisterDocument.Kind, 1);
        var check = await regencies.GetAsync<VerifyDocument, DocumentCheck>(TwoRegencies.Bukittinggi, new VerifyDocument(await CodeAsync(number)));
        Assert.Equal(SigningRoom.Stranger.Name, check.Document!.Signature!.By);
    }

    [Fact]
    public async Task Whatever_the_authority_answers_only_signatures_that_hold_are_kept_and_the_rest_waits()
    {
        Assert.True((await room.EnrolAsync(0)).Succeeded);
        foreach (var position in (int[])[21, 22, 23]) await room.DecidedAsync(position);
        var three = (await room.QueueAsync()).Items.TakeLast(3).ToList();
        var before = await room.DocumentsAsync();

        await room.SwitchAsync("500");
        Assert.Equal("signature-authority-away", await room.RefusalAsync(three));
        await room.SwitchAsync("clock-skew");
        Assert.Equal("certificate-not-yet-valid", await room.RefusalAsync(three));
        await room.SwitchAsync("wrong-data");
        // About somebody else at first; then by another key, over another hash, and right.
        Assert.Equal("signature-authority-away", await room.RefusalAsync(three));
        Assert.Equal(before, await room.DocumentsAsync());
        Assert.Equal(["signature-not-valid", "signature-not-valid", null], (await room.SignAsync(three)).Value!.Select(s => s.Problem?.Code));
        Assert.Equal(before + 1, await room.DocumentsAsync());
        await room.SwitchAsync("duplicate");
        Assert.All((await room.SignAsync(three.Take(2))).Value!, s => Assert.Equal("signature-not-valid", s.Problem?.Code));
        Assert.Equal((4, "signature-not-valid"), (await room.QueueAsync()).Items.Where(i => i.Id == three[0].Id).Select(i => (i.Attempts, i.LastFailure)).Single());

        await room.SwitchAsync("answer");
        Assert.All((await room.SignAsync(three)).Value!, s => Assert.Null(s.Problem));
        Assert.Equal(before + 3, await room.DocumentsAsync());
        Assert.DoesNotContain((await room.QueueAsync()).Items, i => three.Exists(t => t.Id == i.Id));
    }

    [Fact]
    public async Task Whoever_dies_between_the_answer_and_the_commit_signs_again_and_it_is_there_once()
    {
        Assert.True((await room.EnrolAsync(0)).Succeeded);
        var (citizen, number) = await room.DecidedAsync(24);
        var mine = (await room.QueueAsync()).Items.Where(i => i.Application == number).ToList();
        var before = await room.DocumentsAsync();

        foreach (var write in (string[])["INSERT ON issued_documents", "UPDATE ON signature_orders", "UPDATE ON applications", "INSERT ON audit", "INSERT ON outbox"])
        {
            await SqlAsync($"CREATE TRIGGER broken BEFORE {write} BEGIN SELECT RAISE(ABORT, 'a fault'); END");
            await Assert.ThrowsAnyAsync<Exception>(() => room.SignAsync(mine));
            await SqlAsync("DROP TRIGGER broken");
            Assert.Equal((write, before, "approved"), (write, await room.DocumentsAsync(), (await StandAsync(citizen, number)).Status));
        }

        Assert.Null((await room.SignAsync(mine)).Value!.Single().Problem);
        Assert.Equal((before + 1, "issued"), (await room.DocumentsAsync(), (await StandAsync(citizen, number)).Status));
    }

    [Theory]
    [InlineData(5, "expired")]
    [InlineData(6, "suspended")]
    [InlineData(7, "revoked")]
    public async Task A_certificate_that_does_not_hold_signs_nothing_and_the_admin_sees_it(int position, string status)
    {
        var (_, number) = await room.DecidedAsync(25 + position);
        var enrolled = await room.EnrolAsync(position);
        Assert.Equal(status, enrolled.Value?.Status);

        Assert.Equal($"certificate-{status}", await room.RefusalAsync((await room.QueueAsync()).Items.Where(i => i.Application == number)));

        var listed = await regencies.GetAsync<ListSigners, IReadOnlyList<SignerView>>(TwoRegencies.Bukittinggi, new ListSigners(SigningRoom.Admin));
        Assert.Equal(status, Assert.Single(listed).Status);
        Assert.Equal("wrong-role", (await regencies.RunAsync<ListSigners, IReadOnlyList<SignerView>>(TwoRegencies.Bukittinggi, new ListSigners(SigningRoom.Signer))).Problem?.Code);
    }

    [Fact]
    public async Task A_replacement_waits_for_its_signer_while_the_old_one_holds_and_is_dropped_with_it()
    {
        Assert.True((await room.EnrolAsync(0)).Succeeded);
        var (citizen, number) = await room.DecidedAsync(40);
        Assert.True((await room.SignAsync((await room.QueueAsync()).Items.Where(i => i.Application == number))).Succeeded);

        var replaced = await regencies.GetAsync<ReplaceDocument, DocumentLife>(TwoRegencies.Bukittinggi, new ReplaceDocument(await DeskAsync(number), "Nama pencari kerja salah tulis."));
        Assert.Equal(("valid", true, 1), (replaced.Status, replaced.BeingReplaced, replaced.Issue));
        Assert.Equal("register-at-work", (await regencies.RunAsync<ReplaceDocument, DocumentLife>(TwoRegencies.Bukittinggi, new ReplaceDocument(await DeskAsync(number), "Nama pencari kerja salah tulis."))).Problem?.Code);
        Assert.True((await room.SignAsync((await room.QueueAsync()).Items.Where(i => i.Application == number))).Succeeded);
        Assert.Equal([(2, "valid"), (1, "replaced")], (await regencies.GetAsync<ReadMyDocuments, Page<DocumentLife>>(TwoRegencies.Bukittinggi, new ReadMyDocuments(citizen.Sub, number))).Items.Select(d => (d.Issue, d.Status)));

        await regencies.GetAsync<ReplaceDocument, DocumentLife>(TwoRegencies.Bukittinggi, new ReplaceDocument(await DeskAsync(number), "Nama pencari kerja salah tulis."));
        await regencies.GetAsync<RevokeDocument, DocumentLife>(TwoRegencies.Bukittinggi, new RevokeDocument(await DeskAsync(number), "Pemohon sudah bekerja di daerah lain."));
        Assert.DoesNotContain((await room.QueueAsync()).Items, i => i.Application == number);
    }

    [Fact]
    public void Names_are_compared_without_degrees_and_titles()
    {
        Assert.Equal(SignerDesk.PlainName("RINA MARLINA"), SignerDesk.PlainName("dr. Rina Marlina, S.Sos., M.Kes."));
        Assert.NotEqual(SignerDesk.PlainName("Rina Marlina"), SignerDesk.PlainName("Rina Maulina"));
    }

    private Task<int> SqlAsync(string sql) => room.Office.QueryAsync((db, _) => db.Database.ExecuteSqlRawAsync(sql));

    private async Task<(string Status, bool HasDocument)> StandAsync(Applicant citizen, string number) => (await room.Office.ReadAsync(citizen, number)) is var view ? (view.Status, view.HasDocument) : default;

    private async Task<DeskRequest> DeskAsync(string number) =>
        new(SigningRoom.Signer, number, (await regencies.GetAsync<ReadDocumentAtDesk, DocumentLife>(TwoRegencies.Bukittinggi, new ReadDocumentAtDesk(SigningRoom.Signer, number))).Version);

    private Task<string> CodeAsync(string number) => room.Office.QueryAsync(async (db, secrets) =>
    {
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        return secrets.OpenCode((await db.IssuedDocuments.SingleAsync(d => d.ApplicationId == application.Id)).VerificationCode);
    });
}
