using MppDigital.Platform.Identification;

namespace MppDigital.Web.Tests.Http;

/// <summary>More people sign in at once than the machine has strength to hash passwords for.</summary>
[Collection(RunningProgram.Name)]
public sealed class RushTests(RunningProgram program)
{
    [Fact]
    public async Task Whoever_is_too_many_gets_a_plain_page_that_says_when_to_come_again()
    {
        using var people = program.Stranger();
        var form = await PageForm.HiddenAsync(people, "login", "/masuk", "masuk");
        var rush = (Environment.ProcessorCount * 17) + 60;

        // Nobody of them has an account, so that no lock of an account is met.
        var answers = await Task.WhenAll(Enumerable.Range(0, rush).Select(n =>
            PageForm.PostAsync(people, "login", "/masuk", [.. form, new("nik", SyntheticPeople.NikOf("9103", n)), new("password", "bukan kata sandi siapa pun")], multipart: false)));

        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 401, 429 }));
        Assert.Contains(answers, answer => answer.Status == 401);
        var sentAway = answers.Where(answer => answer.Status == 429).ToList();
        Assert.NotEmpty(sentAway);
        Assert.All(sentAway, answer =>
        {
            Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
            Assert.Contains("Tunggu 10 detik", answer.Text, StringComparison.Ordinal);
            Assert.Contains("name=\"password\"", answer.Text, StringComparison.Ordinal);
        });

        await SignInForms.PassAsync(people, new Uri(program.OriginOf("login"), "/masuk"), program.People.Citizens[71].Nik, program.People.Password, null);
        (await people.GetAsync("login", "/akun")).Expect(200);
    }
}
