using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Tips;
using MppDigital.National.Voice;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Tests.Http;

/// <summary>The forms of complaints and tips; each is filled in so that one other thing is always wrong, and nothing is ever stored.</summary>
internal sealed class VoicePageCases(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Follow = "/aduan/lacak";

    public static JsonObject Body() => new()
    {
        ["class"] = "service",
        ["about"] = "counter",
        ["which"] = "Loket 3",
        ["title"] = "Loket tutup sebelum waktunya",
        ["text"] = "Saya datang pukul 14.00 dan loket sudah tutup tanpa pengumuman.",
        ["who"] = "anonymous",
    };

    public async Task<IReadOnlyList<PageCase>> AllAsync()
    {
        var guest = program.Stranger();
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var admin = await program.StaffAsync("admin.bukittinggi", Here);
        var ministry = await program.StaffAsync("analis.pusat", "pusat");
        var number = (await guest.PostAsync(Here, "/api/v1/complaints", Body(), MppClient.NewKey())).Expect(201).TextOf("number")!;
        var (escalated, tip) = await AtMinistryAsync();
        var citizen = await program.CitizenAsync(8);
        var talk = (await PageForm.SendAsync(citizen, Here, "/konsultasi", "tanya", ("service", Filings.Service), ("text", "Apakah foto boleh berlatar putih?"))).Expect(302).Headers.Location!.OriginalString.Split('/')[^1];
        var desk = $"/petugas/pengaduan/{number}";
        return
        [
            new("ComplaintPage.razor adukan", guest, Here, "/aduan", "adukan")
            {
                Multipart = true, Fields = [("class", "service"), ("about", "other"), ("title", "abc"), ("text", "terlalu pendek"), ("who", "anonymous")], Named = Links("class", "about", "title", "text", "who"),
            },
            new("FollowPage.razor lacak-aduan", guest, Here, Follow, "lacak-aduan") { Fields = [("nomor", "1375-P26-99999"), ("kode", "0123456789AB")], Named = Links("nomor", "kode") },
            new("FollowPage.razor tutup-aduan", guest, Here, Follow, "tutup-aduan") { TokenOf = (Follow, "lacak-aduan") },
            new("FollowPage.razor jawab-aduan", guest, Here, Follow, "jawab-aduan") { TokenOf = (Follow, "lacak-aduan"), Fields = [("langkah", "accept"), ("alasan", "Belum ada perubahan.")] },
            new("FollowPage.razor bukti-aduan", guest, Here, Follow, "bukti-aduan") { TokenOf = (Follow, "lacak-aduan"), Multipart = true, Fields = [("file", "bukan berkas")] },
            new("TipPage.razor laporkan", guest, Here, "/lapor-calo", "laporkan") { Fields = [("what", "pendek"), ("where", "Depan loket"), ("kunci", "bukan-kunci")], Named = Links("what") },
            new("TipPage.razor lihat-laporan", guest, Here, "/lapor-calo", "lihat-laporan") { Fields = [("nomor", "T-00000000"), ("kode", "0123456789AB")], Named = Links("nomor", "kode") },
            new("ComplaintDesk.razor langkah-aduan", officer, Here, desk, "langkah-aduan") { Fields = [("version", "90"), ("move", "triage"), ("class", "service")] },
            new("ComplaintDesk.razor pelapor", officer, Here, desk, "pelapor") { TokenOf = (desk, "langkah-aduan") },
            new("ConsultationsPage.razor tanya", citizen, Here, "/konsultasi", "tanya") { Fields = [("service", "TIDAK-ADA"), ("text", "pendek")], Named = Links("text") },
            new("ConsultationPage.razor tulis-lagi", citizen, Here, $"/konsultasi/{talk}", "tulis-lagi") { Fields = [("text", "pendek")], FreeText = ["text"], Named = Links("text") },
            new("ConsultationDesk.razor jawab-konsultasi", officer, Here, $"/petugas/konsultasi/{talk}", "jawab-konsultasi") { Fields = [("text", "pendek")], FreeText = ["text"], Named = Links("text") },
            // Left empty, the next two mean "nobody in particular" and "as the hall is open".
            new("ConsultationDesk.razor pegang-konsultasi", officer, Here, $"/petugas/konsultasi/{talk}", "pegang-konsultasi") { Fields = [("officer", "siapa")] },
            new("ConsultationDesk.razor rujuk-konsultasi", officer, Here, $"/petugas/konsultasi/{talk}", "rujuk-konsultasi") { Fields = [("agency", "TIDAK-ADA")], Named = Links("agency") },
            new("AnsweringHoursPage.razor jam-konsultasi", admin, Here, "/admin/konsultasi", "jam-konsultasi") { Fields = [("hours", "25.00")] },
            new("HeardStoriesPage.razor cerita", admin, Here, "/admin/suara", "cerita") { Fields = [("said", "pendek"), ("did", "singkat")], Named = Links("said", "did") },
            new("HeardStoriesPage.razor tarik-cerita", admin, Here, "/admin/suara", "tarik-cerita") { Fields = [("id", Guid.Empty.ToString())] },
            new("InstructPage.razor perintah", ministry, "pusat", $"/pengaduan/{escalated}", "perintah") { Fields = [("text", "pendek"), ("by", "1 1 2020")], Named = Links("text", "by") },
            new("TipDesk.razor minta-buka", ministry, "pusat", $"/laporan-calo/{tip}", "minta-buka") { Fields = [("reason", "pendek")], FreeText = ["reason"], Named = Links("reason") },
            new("TipDesk.razor buka-laporan", ministry, "pusat", $"/laporan-calo/{tip}", "buka-laporan") { TokenOf = ($"/laporan-calo/{tip}", "minta-buka") },
            new("TipDesk.razor tutup-laporan", ministry, "pusat", $"/laporan-calo/{tip}", "tutup-laporan") { TokenOf = ($"/laporan-calo/{tip}", "minta-buka"), Fields = [("outcome", "pendek")] },
        ];
    }

    private static Dictionary<string, string> Links(params string[] fields) => fields.ToDictionary(f => f, f => $"href=\"#{f}\"");

    private async Task<(string Complaint, string Tip)> AtMinistryAsync()
    {
        await using var scope = program.Services.CreateAsyncScope();
        var (code, now) = (RegencyCode.Parse("13.75"), DateTime.UtcNow);
        await scope.ServiceProvider.GetRequiredService<IUseCase<PushEscalated, Done>>().HandleAsync(new PushEscalated(code, "1375-P25-00001", 1, "service", "at-ministry", now.AddDays(-30), now.AddDays(-1), null, ""), default);
        var sent = await scope.ServiceProvider.GetRequiredService<IUseCase<SendTip, TipReceipt>>().HandleAsync(new SendTip(code, new string('a', 32), "Seseorang di depan loket meminta uang agar cepat selesai.", "", ""), default);
        return ("1375-P25-00001", sent.Value!.Number);
    }
}
