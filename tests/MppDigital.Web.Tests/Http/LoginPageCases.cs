using System.Globalization;
using MppDigital.Platform.Identification;

namespace MppDigital.Web.Tests.Http;

/// <summary>The forms of the login. What is right in them is wrong for this person, so that no account changes while the fields are spoilt.</summary>
internal sealed class LoginPageCases(RunningProgram program)
{
    private const string Login = "login";
    private const string WrongPassword = "bukan kata sandi saya";

    public async Task<IReadOnlyList<PageCase>> AllAsync() =>
        [.. SigningIn(await WaitingForCodeAsync()), .. AtTheCounter(await program.StaffAsync("loket.bukittinggi", "bukittinggi")), .. await StaffingAsync(await program.StaffAsync("admin.bukittinggi", "bukittinggi")), .. await RegisteringAsync(), .. AtHome(await program.CitizenAsync(17))];

    private PageCase[] SigningIn(MppClient waiting) =>
    [
        new("SignInPage.razor masuk", program.Stranger(), Login, "/masuk", "masuk")
        {
            Fields = [("nik", "1375014505930001"), ("password", WrongPassword)],
            Named = new Dictionary<string, string> { ["nik"] = "role=\"alert\"", ["password"] = "role=\"alert\"" },
        },
        new("CodePage.razor kode", waiting, Login, "/masuk/kode", "kode") { Fields = [("code", "000000x")] },
        new("CodeAgainPage.razor ulang", program.Stranger(), Login, "/masuk/ulang", "ulang") { TokenOf = ("/masuk", "masuk"), Fields = [("code", "000000x")] },
        new("PasskeyPage.razor kunci", program.Stranger(), Login, "/masuk/kunci", "kunci") { Fields = [("credential", "{}")] },
        new("PrintedCodePage.razor slip", program.Stranger(), Login, "/masuk/slip", "slip") { Fields = [("nik", "1375014505930001"), ("code", "7K3M-9QXA-02PT"), ("password", "kopi tubruk di Jam Gadang")], Named = Links("nik", "password") },
        new("ForgottenPage.razor lupa", program.Stranger(), Login, "/lupa", "lupa") { Fields = [("who", "0000014505930001")], Named = Links("who") },
        new("ForgottenCodePage.razor lupa-lagi", program.Stranger(), Login, "/lupa/kode", "lupa-lagi"),
        new("InvitationPage.razor undangan-kode", program.Stranger(), Login, "/undangan", "undangan-kode") { Fields = [("code", "0000-0000-0000")] },
        // Behind a code that nobody has: without one the page has none of these forms, and what is sent all the same is refused.
        new("InvitationPage.razor undangan-akun", program.Stranger(), Login, "/undangan", "undangan-akun") { TokenOf = ("/undangan", "undangan-kode"), Fields = [("username", "rina.putri"), ("password", "kopi tubruk di Jam Gadang")] },
        new("InvitationPage.razor undangan-terima", program.Stranger(), Login, "/undangan", "undangan-terima") { TokenOf = ("/undangan", "undangan-kode") },
        new("InvitationPage.razor undangan-lain", program.Stranger(), Login, "/undangan", "undangan-lain") { TokenOf = ("/undangan", "undangan-kode") },
        new("ForgottenCodePage.razor lupa-kode", program.Stranger(), Login, "/lupa/kode", "lupa-kode") { Fields = [("code", "000000"), ("motherName", "Siti"), ("password", "kopi tubruk di Jam Gadang")] },
        // A consent needs a client's request: without one the page has no form, and what is sent to it all the same is refused.
        new("ConsentPage.razor izin", program.Stranger(), Login, "/izin", "izin") { TokenOf = ("/masuk", "masuk"), Fields = [("decision", "allow"), ("allow", "nik")] },
    ];

    private async Task<PageCase[]> RegisteringAsync()
    {
        (string, string)[] born = [("birthDay", "31"), ("birthMonth", "2"), ("birthYear", "1993")];
        return
        [
            new("RegisterPage.razor daftar", program.Stranger(), Login, "/daftar", "daftar")
            {
                // Born on a day that never was, so that no account is made while the other fields are spoilt.
                Fields = [("nik", "1375014505930001"), ("name", "Dewi"), .. born, ("motherName", "Siti"), ("phone", "081234567890"), ("email", "dewi@warga.example"), ("password", "kopi tubruk di Jam Gadang")],
                Named = Links("nik", "name", "motherName", "phone", "password").Concat(born.Select(b => KeyValuePair.Create(b.Item1, "href=\"#birthDay\""))).ToDictionary(n => n.Key, n => n.Value),
            },
            new("RegisterCodePage.razor daftar-kode", await WaitingForConfirmationAsync(180), Login, "/daftar/kode", "daftar-kode") { Fields = [("phoneCode", "00000x")] },
            new("RegisterCodePage.razor daftar-lagi", await WaitingForConfirmationAsync(181), Login, "/daftar/kode", "daftar-lagi"),
        ];
    }

    private static PageCase[] AtTheCounter(MppClient clerk) =>
    [
        // Born on a day that never was, and NIKs of no province: nothing is made, moved or frozen, and nothing of it recorded.
        new("CounterAccountPage.razor akun", clerk, "bukittinggi", "/petugas/akun", "akun") { Fields = [("nik", "1375014505930001"), ("name", "Dewi"), ("birthDate", "31 2 1993"), ("seen", "ya")], Named = Links("nik", "name", "birthDate") },
        new("CounterAccountPage.razor wafat", clerk, "bukittinggi", "/petugas/akun", "wafat") { Fields = [("deadNik", "0000014505930001"), ("certificate", "x")], Named = Links("deadNik", "certificate") },
        new("CounterAccountPage.razor koreksi", clerk, "bukittinggi", "/petugas/akun", "koreksi") { Fields = [("wrong", "1375014505930001"), ("right", "0000014505930001"), ("decision", "perbaiki")], Named = Links("wrong", "right") },
    ];

    private static async Task<PageCase[]> StaffingAsync(MppClient admin)
    {
        var list = (await admin.GetAsync("bukittinggi", "/admin/petugas")).Expect(200);
        var seat = System.Text.RegularExpressions.Regex.Match(list.Text, "/admin/petugas/([0-9a-f-]{36})").Groups[1].Value;
        return
        [
            new("CounterAccountPage.razor buka", admin, "bukittinggi", "/petugas/akun", "buka") { Fields = [("frozenNik", "0000014505930001"), ("reason", "x")], Named = Links("frozenNik", "reason") },
            new("StaffPage.razor tinjau", admin, "bukittinggi", "/admin/petugas", "tinjau"),
            new("StaffPage.razor undangan", admin, "bukittinggi", "/admin/petugas", "undangan") { TokenOf = ("/admin/petugas", "tinjau"), Fields = [("tarik", "bukan-undangan")] },
            // An officer without an agency: nobody is invited while the other fields are spoilt.
            new("InvitePage.razor undang", admin, "bukittinggi", "/admin/petugas/undang", "undang")
            {
                Fields = [("name", "Rina Putri"), ("email", "rina@petugas.example"), ("role", "Officer"), ("agency", ""), ("from", "1 12 2026"), ("until", "31 12 2027"), ("substituteFor", "")],
                Named = Links("name", "role", "agency"),
            },
            new("OfferingPage.razor atur", admin, "bukittinggi", "/admin/layanan/DPM-RKL-01", "atur")
            {
                // Two that are wrong: whichever is missing, the other one keeps the offer as it is.
                Fields = [("active", "ya"), ("workingDays", "99"), ("tariffIdr", "5000"), ("extraRequirement", "Perda 5/2024: denah lokasi"), ("contact", new string('a', 201))],
                FreeText = ["extraRequirement", "contact"],
                Named = new Dictionary<string, string> { ["active"] = "href=\"#active\"", ["contact"] = "href=\"#workingDays\"", ["workingDays"] = "href=\"#contact\"", ["tariffIdr"] = "href=\"#contact\"", ["version"] = "role=\"alert\"" },
            },
            new("SeatPage.razor masa", admin, "bukittinggi", $"/admin/petugas/{seat}", "masa")
            {
                // A day that never was and one that has passed: whichever is missing, the other one keeps the term as it is.
                Fields = [("from", "31 2 2026"), ("until", "1 1 2026")],
                Named = new Dictionary<string, string> { ["from"] = "href=\"#until\"", ["until"] = "href=\"#from\"" },
            },
        ];
    }

    private static PageCase[] AtHome(MppClient citizen) =>
    [
        new("SignOutPage.razor keluar", citizen, Login, "/keluar", "keluar"),
        new("MyAccountPage.razor perangkat", citizen, Login, "/akun", "perangkat") { Fields = [("session", "bukan-sesi")] },
        new("MyPasswordPage.razor sandi", citizen, Login, "/akun/sandi", "sandi") { Fields = [("current", WrongPassword), ("password", "kopi tubruk di Jam Gadang")] },
        new("MyContactPage.razor kontak", citizen, Login, "/akun/kontak", "kontak") { Fields = [("phone", "081234567890"), ("email", "dewi@warga.example"), ("password", WrongPassword)] },
        new("MyContactCodePage.razor kontak-kode", citizen, Login, "/akun/kontak/kode", "kontak-kode") { TokenOf = ("/akun/kontak", "kontak"), Fields = [("phoneCode", "000000"), ("emailCode", "000000")] },
        new("MyAppPage.razor nyalakan", citizen, Login, "/akun/aplikasi", "nyalakan") { Fields = [("code", "00000x"), ("password", WrongPassword)] },
        new("MyAppPage.razor cadangan", citizen, Login, "/akun/aplikasi", "cadangan") { TokenOf = ("/akun/aplikasi", "nyalakan"), Fields = [("renewCode", "00000x")] },
        new("MyAppPage.razor matikan", citizen, Login, "/akun/aplikasi", "matikan") { TokenOf = ("/akun/aplikasi", "nyalakan"), Fields = [("code", "00000x"), ("password", WrongPassword)] },
        new("MyPasskeysPage.razor tambah", citizen, Login, "/akun/kunci", "tambah") { Fields = [("credential", "{}"), ("name", "HP saya"), ("password", WrongPassword)] },
        new("MyPasskeysPage.razor ubah", citizen, Login, "/akun/kunci", "ubah") { TokenOf = ("/akun/kunci", "tambah"), Fields = [("id", "AAAA"), ("newName", "HP"), ("removePassword", WrongPassword), ("act", "rename")] },
        // Without an outside provider the page has no form, and what is sent to it all the same is refused.
        new("MyOutsidePage.razor luar", citizen, Login, "/akun/luar", "luar") { TokenOf = ("/akun/sandi", "sandi"), Fields = [("password", WrongPassword)] },
        new("MyNikPage.razor nik", citizen, Login, "/akun/nik", "nik") { Fields = [("nik", "0000014505930001"), ("reason", "Salah ketik")], Named = Links("nik") },
        new("MyClosingPage.razor tutup", citizen, Login, "/akun/tutup", "tutup") { Fields = [("password", WrongPassword)] },
    ];

    private async Task<MppClient> WaitingForConfirmationAsync(int position)
    {
        var person = SyntheticPeople.Find(SyntheticPeople.NikOf("1375", position), DateOnly.FromDateTime(DateTime.UtcNow))!;
        var waiting = program.Stranger();
        string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
        var sent = await PageForm.SendAsync(waiting, Login, "/daftar", "daftar", ("nik", person.Nik), ("name", person.Name), ("birthDay", Number(person.BirthDate.Day)), ("birthMonth", Number(person.BirthDate.Month)),
            ("birthYear", Number(person.BirthDate.Year)), ("motherName", person.MotherName), ("phone", $"0812777801{position % 100:00}"), ("password", "kopi tubruk di Jam Gadang"));
        sent.Expect(302);
        return waiting;
    }

    /// <summary>Somebody of a regency that no other test signs in to: wrong codes lock the account.</summary>
    private async Task<MppClient> WaitingForCodeAsync()
    {
        var head = program.People.Staff.First(s => s.Role == "head" && s.Regency is not ("bukittinggi" or "padang"));
        var waiting = program.Stranger();
        (await PageForm.SendAsync(waiting, Login, "/masuk?sebagai=petugas", "masuk", ("username", head.Username), ("password", program.People.Password))).Expect(302);
        return waiting;
    }

    private static Dictionary<string, string> Links(params string[] names) => names.ToDictionary(n => n, n => $"href=\"#{n}\"");
}
