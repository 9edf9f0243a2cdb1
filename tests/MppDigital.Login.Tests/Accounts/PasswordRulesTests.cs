using MppDigital.Login.Accounts;

namespace MppDigital.Login.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly PersonalData Rahmi = new("1375015203949901", "Rahmi Putri", new DateOnly(1994, 3, 12), "+6281234567890", "rahmi.putri@contoh.id");

    [Theory]
    [InlineData("kuda laut biru 7")]
    [InlineData("sayang sekali hujan")]
    [InlineData("dukuhwaru terminal")]
    [InlineData("merdeka belajar di sawah")]
    [InlineData("tttt uuuu rrrr kkkk oooo")]
    [InlineData("ぱすわーどはながいよね")]
    [InlineData("password manajer di rak dapur")]
    public void Takes_what_is_long_and_not_guessable_whatever_its_symbols(string password) => Assert.Null(PasswordRules.Fault(password, Rahmi));

    [Theory]
    [InlineData("Password123")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("Indonesia1945")]
    [InlineData("!!bismillah!!")]
    [InlineData("s4y4ngku12345")]
    [InlineData("merdekamerdeka")]
    [InlineData("1q2w3e4r5t")]
    [InlineData("1234567890")]
    [InlineData("9876543210")]
    [InlineData("aaaaaaaaaabb")]
    [InlineData("qwertyuiop")]
    [InlineData("0812 0812 0812")]
    public void Refuses_what_many_people_choose(string password) => Assert.Equal(AccountTexts.PasswordCommon, PasswordRules.Fault(password, Rahmi));

    [Theory]
    [InlineData("1375015203949901x")]
    [InlineData("ini rahmi putri sendiri")]
    [InlineData("12031994kuat")]
    [InlineData("hp 1234567890x")]
    [InlineData("rahmi.putri9")]
    public void Refuses_the_persons_own_facts(string password) => Assert.Equal(AccountTexts.PasswordPersonal, PasswordRules.Fault(password, Rahmi));

    [Fact]
    public void Knows_no_person_and_still_judges() => Assert.Equal(AccountTexts.PasswordShort, PasswordRules.Fault("pendek", null));
}
