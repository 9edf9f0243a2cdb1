using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>Brings each form of the program onto a page, so that it can be sent with faults.</summary>
internal sealed class PageCases(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Apply = $"/layanan/{Filings.Service}/ajukan";

    public async Task<IReadOnlyList<PageCase>> AllAsync() =>
        [.. await new LoginPageCases(program).AllAsync(), .. Tracking(), .. await ApplyingAsync(), .. await ReviewingAsync(), .. await CatalogAsync(), .. await MyDataAsync(), .. await HallAsync(), .. await new VisitPageCases(program).AllAsync(), .. await new VoicePageCases(program).AllAsync()];

    private PageCase[] Tracking()
    {
        (string, string)[] both = [("nomor", "1375-26-999999"), ("kode", "0123456789AB")];
        return
        [
            new("TrackPage.razor lacak", program.Stranger(), "", "/lacak", "lacak") { Fields = [("nomor", "0000-26-999999")], Named = Links("nomor") },
            new("TrackPage.razor lacak", program.Stranger(), Here, "/lacak", "lacak") { Fields = both, Named = Links("nomor", "kode") },
            new("SurveyPage.razor kode", program.Stranger(), Here, "/survei", "kode") { Fields = [("kode", "0123456789AB")], Named = Links("kode") },
            // Of a code that nobody has, so that nothing is taken whatever else is sent.
            new("SurveyPage.razor nilai", program.Stranger(), Here, "/survei/0123456789AB", "nilai") { TokenOf = ("/survei", "kode") },
            new("TrackPage.razor tutup", program.Stranger(), Here, "/lacak", "tutup") { TokenOf = ("/lacak", "lacak") },
        ];
    }

    private async Task<PageCase[]> ApplyingAsync()
    {
        var citizen = await program.CitizenAsync(3);
        (await PageForm.SendAsync(citizen, Here, Apply, "mulai")).Expect(302);
        var step = new PageCase("StepPage.razor langkah", citizen, Here, $"{Apply}/fasilitas", "langkah") { Multipart = true, FreeText = ["fasilitas", "alamat_praktik.street"] };
        return
        [
            new("StartPage.razor mulai", await program.CitizenAsync(16), Here, Apply, "mulai"),
            step with
            {
                Fields = [("fasilitas", "Klinik Pratama Cempaka"), ("alamat_praktik.street", "Jl. Kesehatan No. 10"), ("alamat_praktik.regency", "13.75"), ("simpan", "lanjut")],
                Named = new Dictionary<string, string> { ["fasilitas"] = "href=\"#fasilitas", ["alamat_praktik.street"] = "href=\"#alamat_praktik-street" },
            },
            step with
            {
                Path = $"{Apply}/jadwal-praktik",
                Fields = [("jadwal_praktik.0.day", "mon"), ("jadwal_praktik.0.from", "08.00"), ("jadwal_praktik.0.to", "12.00"), ("sip_ke", "1"), ("simpan", "lanjut")],
                Named = new Dictionary<string, string> { ["jadwal_praktik.0.from"] = "href=\"#jadwal_praktik", ["jadwal_praktik.0.to"] = "href=\"#jadwal_praktik", ["sip_ke"] = "href=\"#sip_ke" },
            },
            // Not all is written yet, so that nothing can be filed by it.
            new("ReviewPage.razor kirim", citizen, Here, $"{Apply}/periksa", "kirim") { Fields = [("benar", "ya")], Named = Links("benar") },
        ];
    }

    private async Task<PageCase[]> ReviewingAsync()
    {
        var citizen = await program.CitizenAsync(10);
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        var health = await program.StaffAsync("petugas.dinkes.bukittinggi", Here);
        var head = await program.StaffAsync("kepala.bukittinggi", Here);
        var (fresh, ripe, back) = (await Filings.SubmitAsync(citizen, Here), await Filings.SubmitAsync(citizen, Here), await Filings.SubmitAsync(citizen, Here));
        foreach (var (who, move) in ((MppClient, string)[])[(officer, "claim"), (officer, "verify"), (health, "recommend")]) (await Filings.MoveAsync(who, Here, ripe.Number, move)).Expect(200);
        (await Filings.MoveAsync(officer, Here, back.Number, "return", new JsonObject { ["reason"] = "Jadwal belum jelas.", ["fields"] = new JsonArray("jadwal_praktik") })).Expect(200);
        var (opinion, decided) = (await Filings.SubmitAsync(citizen, Here), await Filings.SubmitAsync(citizen, Here));
        foreach (var (who, move) in ((MppClient, string)[])[(officer, "claim"), (officer, "verify"), (health, "recommend"), (head, "approve")]) (await Filings.MoveAsync(who, Here, decided.Number, move)).Expect(200);
        var document = $"/petugas/permohonan/{decided.Number}/dokumen";
        foreach (var move in (string[])["claim", "verify"]) (await Filings.MoveAsync(officer, Here, opinion.Number, move)).Expect(200);
        var ready = $"/petugas/permohonan/{opinion.Number}";
        await Adverts.PayAsync(program, citizen, Here);
        var admin = await program.StaffAsync("admin.bukittinggi", Here);
        var payment = (await admin.GetAsync(Here, "/api/v1/admin/payments?state=paid&limit=1")).Expect(200)["items"][0].GetProperty("id").GetString();
        var stray = Adverts.Body("1375NOSUCHREFERENCE2", "P-0", Adverts.FeeIdr);
        (await Adverts.SendAsync(program, Here, stray, Adverts.Sign(program, stray, Here))).Expect(422);
        var difference = (await admin.GetAsync(Here, "/api/v1/admin/payments")).Expect(200)["differences"][0].GetProperty("id").GetString();
        var hook = (await admin.PostAsync(Here, "/api/v1/admin/webhooks", new JsonObject { ["name"] = "Sistem uji", ["address"] = "http://127.0.0.1:9/hook", ["events"] = new JsonArray("withdrawn") }, $"page-case-hook-{Guid.NewGuid():N}")).Expect(201).TextOf("id");
        var (desk, last) = ($"/petugas/permohonan/{fresh.Number}", $"/petugas/permohonan/{ripe.Number}");
        return
        [
            new("PaymentPage.razor bayar", citizen, Here, $"/permohonan/{fresh.Number}/bayar", "bayar") { TokenOf = ($"/permohonan/{fresh.Number}/tarik", "tarik") },
            new("PaymentPage.razor periksa", citizen, Here, $"/permohonan/{fresh.Number}/bayar", "periksa") { TokenOf = ($"/permohonan/{fresh.Number}/tarik", "tarik") },
            new("ConsentPage.razor cabut", citizen, Here, "/persetujuan/PSJ-0000-0000", "cabut") { TokenOf = ($"/permohonan/{fresh.Number}/tarik", "tarik") },
            new("WithdrawPage.razor tarik", citizen, Here, $"/permohonan/{fresh.Number}/tarik", "tarik"),
            new("WithdrawTogetherPage.razor tarik-semua", citizen, Here, $"/permohonan/{(await Filings.TogetherAsync(citizen, Here)).Number}/paket/tarik", "tarik-semua"),
            new("ApplicationPage.razor perbaiki", citizen, Here, $"/permohonan/{back.Number}", "perbaiki")
            {
                Multipart = true,
                Fields = [("jadwal_praktik.0.day", "mon"), ("jadwal_praktik.0.from", "08.00"), ("jadwal_praktik.0.to", "25.00")],
                Named = new Dictionary<string, string> { ["jadwal_praktik.0.from"] = "href=\"#jadwal_praktik", ["jadwal_praktik.0.to"] = "href=\"#jadwal_praktik" },
            },
            // Too short a reason, so that no money moves whatever else is spoilt.
            new("RefundPage.razor kembalikan", admin, Here, $"/admin/keuangan/{payment}", "kembalikan") { Fields = [("reason", "x")], FreeText = ["reason"], Named = new Dictionary<string, string> { ["reason"] = "href=\"#reason\"" } },
            new("DifferencePage.razor selesaikan", admin, Here, $"/admin/keuangan/selisih/{difference}", "selesaikan") { Fields = [("note", "x")], FreeText = ["note"], Named = Links("note") },
            new("ProviderPage.razor konfirmasi", admin, Here, "/admin/keuangan/penyedia", "konfirmasi") { TokenOf = ("/admin/keuangan/penyedia", "penyedia") },
            new("ProviderPage.razor penyedia", admin, Here, "/admin/keuangan/penyedia", "penyedia") { Fields = [("merchant", "1375"), ("nmid", "ID12"), ("secret", new string('k', 40))], Named = Links("nmid") },
            new("ConnectorPage.razor uji", admin, Here, "/admin/integrasi/Splp", "uji"),
            // Too short a key, so that nothing is stored whatever else is spoilt.
            new("ConnectorPage.razor simpan", admin, Here, "/admin/integrasi/Lapor", "simpan") { Fields = [("address", "alamat"), ("clientId", "a b"), ("secret", "x")], Named = Links("clientId", "secret") },
            new("AccountPage.razor pesan", citizen, Here, "/akun", "pesan") { Fields = [("chat", "mungkin")], Named = Links("chat") },
            new("MessagesPage.razor kirim-lagi", admin, Here, "/admin/pesan", "kirim-lagi") { Fields = [("pesan", "bukan-pesan")] },
            new("MessagesPage.razor pengirim", admin, Here, "/admin/pesan", "pengirim") { Fields = [("senderName", "MPP\u0007")], FreeText = ["senderName"] },
            new("HistoryChangePage.razor pulihkan", admin, Here, $"/admin/riwayat/{Guid.Empty}", "pulihkan") { TokenOf = ("/admin/pesan", "pengirim"), Fields = [("sisi", "sebelum"), ("terakhir", "bukan-nomor")] },
            new("SurveyTaskPage.razor tugas", admin, Here, $"/admin/skm/{Guid.Empty}", "tugas") { TokenOf = ("/admin/pesan", "pengirim") },
            new("WebhooksPage.razor tambah", admin, Here, "/admin/webhook", "tambah") { Fields = [("name", "Sistem uji"), ("address", "gopher://jahat"), ("events", "issued"), ("client", "")], FreeText = ["name", "client"], Named = Links("name", "address", "events") },
            new("WebhookPage.razor ubah", admin, Here, $"/admin/webhook/{hook}", "ubah") { Fields = [("aksi", "tidak-ada")] },
            new("WordingPage.razor kata", admin, Here, "/admin/pesan/Returned", "kata") { Fields = [("id-brief", "{nik}"), ("aksi", "simpan")], FreeText = ["id-subject", "id-body", "en-brief", "en-subject", "en-body"], Named = Links("id-brief") },
            new("Review.razor nik", officer, Here, desk, "nik"),
            new("ReviewDecision.razor @action", officer, Here, desk, "claim") { Named = new Dictionary<string, string> { ["version"] = "role=\"alert\"" } },
            new("ReviewDecision.razor @action", head, Here, last, "approve") { Named = new Dictionary<string, string> { ["version"] = "role=\"alert\"" } },
            new("StagePanel.razor assign", officer, Here, desk, "assign") { Fields = [("assignee", "DPMPTSP|siapa")], Named = new Dictionary<string, string> { ["assignee"] = "href=\"#assignee\"", ["version"] = "role=\"alert\"" } },
            new("ReviewDecision.razor object", health, Here, ready, "object") { Fields = [("note", "a")], FreeText = ["note"], Named = new Dictionary<string, string> { ["note"] = "href=\"#object-note\"", ["version"] = "role=\"alert\"" } },
            new("DocumentPage.razor ganti", head, Here, document, "ganti") { Fields = [("reason", "a")], FreeText = ["reason"], Named = new Dictionary<string, string> { ["reason"] = "href=\"#ganti-reason\"", ["version"] = "role=\"alert\"" } },
            new("DocumentPage.razor cabut", head, Here, document, "cabut") { Fields = [("reason", "a")], FreeText = ["reason"], Named = new Dictionary<string, string> { ["reason"] = "href=\"#cabut-reason\"", ["version"] = "role=\"alert\"" } },
            new("SigningPage.razor tanda", head, Here, "/petugas/tanda-tangan", "tanda") { Fields = [("documents", Guid.NewGuid().ToString()), ("passphrase", "salah")], FreeText = ["passphrase"], Named = new Dictionary<string, string> { ["documents"] = "href=\"#documents\"", ["passphrase"] = "href=\"#passphrase\"" } },
            new("SigningPage.razor sertifikat", head, Here, "/petugas/tanda-tangan", "sertifikat") { Fields = [("nik", "1375011203940001")], Named = new Dictionary<string, string> { ["nik"] = "href=\"#nik\"" } },
            new("Inbox.razor together", officer, Here, "/petugas?status=turn", "together") { Fields = [("action", "claim"), ("files", "1375-26-999999:1")] },
            new("ReviewDecision.razor return", officer, Here, desk, "return") { Fields = [("fields", "bukan_isian"), ("reason", "Jadwal praktik belum jelas.")], Named = new Dictionary<string, string> { ["fields"] = "href=\"#fields\"", ["reason"] = "href=\"#reason\"", ["version"] = "role=\"alert\"" } },
            new("ReviewDecision.razor refuse", head, Here, last, "refuse") { Fields = [("reason", "a")], FreeText = ["reason"], Named = new Dictionary<string, string> { ["reason"] = "href=\"#refuse-reason\"", ["version"] = "role=\"alert\"" } },
        ];
    }

    private async Task<PageCase[]> HallAsync()
    {
        var hall = await HallSteps.OpenAsync(program);
        var kiosk = await HallSteps.KioskAsync(program, hall);
        var (clerk, admin) = (await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here), await program.StaffAsync("admin.bukittinggi", Here));
        return
        [
            new("KioskPage.razor daftar", program.Stranger(), Here, "/kios", "daftar") { Fields = [("code", "AAAA-BBBB")], Named = Links("code") },
            new("KioskPage.razor datang", kiosk, Here, "/kios", "datang") { Fields = [("typed", "AAAA-BBBB")], Named = new Dictionary<string, string> { ["typed"] = "role=\"alert\"" } },
            new("KioskPage.razor ambil", kiosk, Here, "/kios", "ambil") { Fields = [("choice", $"{hall.Line}|TIDAK-ADA")], Named = new Dictionary<string, string> { ["choice"] = "role=\"alert\"" } },
            new("DeskPage.razor gerak", clerk, Here, $"/petugas/loket?id={hall.Counter}", "gerak") { Fields = [("act", "recall"), ("to", "tidak-ada")], Named = new Dictionary<string, string> { ["act"] = "role=\"alert\"" } },
            new("DeskPage.razor keadaan", clerk, Here, $"/petugas/loket?id={hall.Counter}", "keadaan") { Fields = [("seen", "77"), ("state", "break"), ("reason", "")], Named = Links("reason") },
            new("DeskPage.razor istirahat", clerk, Here, $"/petugas/loket?id={hall.Counter}", "istirahat") { Fields = [("seen", "77"), ("breaks", "siang")] },
            new("KiosksPage.razor tambah", admin, Here, "/admin/kios", "tambah") { Fields = [("name", ""), ("place", "tidak-ada")], FreeText = ["name"], Named = Links("name") },
            new("KiosksPage.razor ubah", admin, Here, "/admin/kios", "ubah") { Fields = [("act", "code|tidak-ada")], Named = new Dictionary<string, string> { ["act"] = "role=\"alert\"" } },
        ];
    }

    private async Task<PageCase[]> CatalogAsync()
    {
        var owner = await CatalogSteps.OwnerAsync(program);
        // Three services of which nothing else is asked: one with a version that is not released, one proposed, one in its first regency.
        var versions = new Dictionary<string, int>();
        foreach (var service in (string[])["AGM-HLL-01", "PLN-SBR-01", "PAM-SBR-01"]) versions[service] = await CatalogSteps.SaveAsync(owner, service, d => d["name_id"] = $"Layanan {service} untuk formulir", $"page-case-{service}");
        var proposed = await CatalogSteps.OpenAsync(owner, "PLN-SBR-01", versions["PLN-SBR-01"], "page-case-proposed");
        var started = await CatalogSteps.OpenAsync(owner, "PAM-SBR-01", versions["PAM-SBR-01"], "page-case-started");
        if ((await owner.GetAsync("pusat", $"/api/v1/catalog/releases/{started}")).Expect(200).TextOf("state") == "draft") (await CatalogSteps.MoveAsync(owner, started, "start", "91.71")).Expect(200);
        return
        [
            new("ServicePage.razor rilis", owner, "pusat", "/katalog/AGM-HLL-01", "rilis"),
            new("EditPage.razor isi", owner, "pusat", "/katalog/AGM-HLL-01/ubah", "isi") { Fields = [("hari", "lima")] },
            new("EditPage.razor json", owner, "pusat", "/katalog/AGM-HLL-01/ubah", "json") { Fields = [("definisi", "{")], Named = Links("definisi") },
            new("ReleasePage.razor pilih", owner, "pusat", $"/katalog/rilis/{proposed}", "pilih") { Fields = [("daerah", "99.99")], Named = new Dictionary<string, string> { ["daerah"] = "href=\"#regencies\"" } },
            new("ReleasePage.razor langkah", owner, "pusat", $"/katalog/rilis/{proposed}", "langkah") { Fields = [("aksi", "tidak-ada")], Named = new Dictionary<string, string> { ["aksi"] = "role=\"alert\"", ["versi"] = "role=\"alert\"" } },
            new("ReleasePage.razor tarik-satu", owner, "pusat", $"/katalog/rilis/{started}", "tarik-satu") { Fields = [("daerah", "99.99")], Named = Links("satu-daerah").ToDictionary(l => "daerah", l => l.Value) },
        ];
    }

    private async Task<PageCase[]> MyDataAsync()
    {
        var citizen = await program.CitizenAsync(5, "");
        var correction = new JsonObject { ["kind"] = "correction", ["subject"] = "1375-26-000001", ["wrong"] = "Nama jalan", ["right"] = "Jalan Melati", ["reason"] = "Tertulis lain di KTP" };
        var asked = (await citizen.PostAsync("", "/api/v1/me/requests", correction, "page-case-correction")).Expect(202).TextOf("id");
        return
        [
            new("MandatesPage.razor kuasa", citizen, "", "/akun/kuasa", "kuasa"),
            // A number that nobody has, so that nothing is given whatever else is spoilt.
            new("OfferMandatePage.razor beri", citizen, "", "/akun/kuasa/baru", "beri") { Fields = [("nik", "123"), ("cakupan", "semua"), ("sampai.d", "1"), ("sampai.m", "12"), ("sampai.y", "2026")], Named = Links("nik", "cakupan") },
            new("ChildrenPage.razor anak", citizen, "", "/akun/kuasa/anak", "anak") { Fields = [("nik", "1375010101079999")] },
            new("RequestsPage.razor salinan", citizen, "", "/akun/permintaan", "salinan"),
            new("ConsentsPage.razor cabut", citizen, "", "/akun/persetujuan", "cabut"),
            new("ErasePage.razor hapus", citizen, "", "/akun/permintaan/hapus", "hapus") { Fields = [("yakin", "belum")], Named = Links("yakin") },
            new("CorrectionPage.razor perbaiki", citizen, "", "/akun/permintaan/perbaiki", "perbaiki")
            {
                Fields = [("subject", "0000-26-000001"), ("wrong", "Nama jalan"), ("right", "Jalan Melati"), ("reason", "Tertulis lain di KTP")],
                FreeText = ["wrong", "right", "reason"],
                Named = Links("subject", "wrong", "right", "reason"),
            },
            // Too short an answer, so that the request stays open whatever else is spoilt.
            new("CorrectionPage.razor jawab", await program.StaffAsync("admin.bukittinggi", Here), Here, $"/admin/permintaan/{asked}", "jawab") { Fields = [("jawaban", "ditolak"), ("reason", "x")], FreeText = ["reason"], Named = Links("reason") },
            new("ForWhomPage.razor untuk", await program.CitizenAsync(3), Here, $"{Apply}/untuk", "untuk") { Fields = [("untuk", "bukan-siapa-siapa")], Named = Links("untuk") },
        ];
    }

    private static Dictionary<string, string> Links(params string[] names) => names.ToDictionary(n => n, n => $"href=\"#{n}\"");
}
