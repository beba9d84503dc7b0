// Names for people who do not exist: common German first and last names, combined at random.

export const firstNames: readonly string[] = (
  'Anna Ben Clara David Elena Felix Greta Hannes Ida Jakob Karla Leon Maja Niklas Olivia Philipp Rosa Simon Tilda ' +
  'Valentin Wanda Yannik Zoe Adrian Birgit Christoph Dagmar Erik Franziska Gregor Heike Ingo Judith Konrad Luise ' +
  'Matthias Nadine Oskar Pauline Ralf Sophie Thomas Ursula Viktor Wiebke Jörg Käthe Björn'
).split(' ');

export const lastNames: readonly string[] = (
  'Ahrens Bachmann Conrad Dietrich Ebert Fuchs Graf Hahn Iversen Jung Kaiser Lorenz Maurer Neumann Otto Pohl Quast ' +
  'Ritter Schubert Thiele Ulrich Voigt Winter Ziegler Arnold Böhm Christ Dorn Engel Franke Günther Heinrich Jansen ' +
  'Kühn Lindner Marx Nickel Ostermann Pfeiffer Reuter Sauer Teichmann Unger Vogel Wendt Zimmer Beck Keller Möller'
).split(' ');
